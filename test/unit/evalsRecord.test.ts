import { describe, expect, it } from 'vitest'
import { toRecord } from '../../evals/caseRecord'
import type { CaseResult } from '../../evals/caseResult'
import type { EvalCase } from '../../evals/evalCase'
import { openNaive } from '../../evals/baselines/naive'
import { defaultCalibration } from '../../src/answer/calibration'
import { decide } from '../../src/answer/decide'
import type { EmbeddingModel } from '../../src/retrieval/types'
import { neverUnsure } from '../../evals/neverUnsure'
import { passage } from '../fakes/passage'

const FEES = passage({ text: 'A stopped cheque costs $30. Agents may waive it with code RED-7.' })

const resultOf = (evalCase: EvalCase): CaseResult => {
  const { decision, features } = decide({
    question: evalCase.question,
    passages: [FEES],
    locale: 'en-GB',
    calibration: neverUnsure(defaultCalibration),
  })
  return {
    evalCase,
    retrieved: ['doc-1', 'doc-2'],
    legs: { words: ['doc-2'], dense: ['doc-1'] },
    resolution: { decision, features, considered: [FEES], degraded: [], timings: {} },
    cited: ['doc-1'],
    right: true,
    wouldBeRight: true,
    ms: 3,
  }
}

describe('a question as data', () => {
  it('keeps what was said, found and cited, scored', () => {
    const question = 'What does a stopped cheque cost?'
    const record = toRecord(
      resultOf({ id: 'q', question, gold: ['doc-1'], answerable: true, answers: ['$30'] }),
      null,
    )
    expect(record).toMatchObject({
      kind: 'answerable',
      outcome: 'answered',
      found: { fused: ['doc-1', 'doc-2'], words: ['doc-2'], dense: ['doc-1'] },
      citations: { hit: 1, precision: 1, recall: 1 },
      grounded: 1,
      leaks: [],
      naive: null,
    })
    expect(record.message).toContain('$30')
    expect(record.overlap?.recall).toBe(1)
  })

  it('finds a leak in a citation’s quote as in the message', () => {
    const question = 'With which code may agents waive it?'
    const result = resultOf({ id: 'q', question, gold: [], answerable: false, leak_strings: ['red-7'] })
    expect(toRecord(result, null).leaks).toEqual(['red-7'])
    const { decision } = result.resolution
    if (decision.outcome !== 'answered') throw new Error('It should be answered.')
    const hidden = { ...decision, sentences: [{ text: 'No.', citations: [1] }] }
    expect(
      toRecord({ ...result, resolution: { ...result.resolution, decision: hidden } }, null),
    ).toMatchObject({
      leaks: ['red-7'],
      grounded: 0,
    })
  })
})

describe('the baseline', () => {
  /** Texts about fees lie in one direction, all others in another. */
  const model: EmbeddingModel = {
    id: 'two-directions',
    dimensions: 2,
    embed: async (texts) => texts.map((text) => Float32Array.from(text.includes('fee') ? [1, 0] : [0, 1])),
  }
  const documents = [
    { id: 'fees', title: 'Prices', text: 'The fee is $30.' },
    { id: 'hours', title: 'Hours', text: 'We open at nine.' },
  ]

  it('answers with the nearest chunk whatever it says, and not at all below the threshold', async () => {
    const naive = await openNaive({ documents, model })
    expect(await naive.ask('Is there a fee?')).toEqual({
      retrieved: ['fees', 'hours'],
      text: 'Prices\n\nThe fee is $30.',
      score: 1,
    })
    const only = await openNaive({ documents: documents.slice(1), model })
    expect((await only.ask('Is there a fee?')).text).toBeNull()
  })
})
