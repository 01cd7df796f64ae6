import { describe, expect, it } from 'vitest'
import { formatMutationTotal, formatReport } from '../../scripts/formatMutations'
import type { MutationReport } from '../../src/proofs/mutations/report'

const report = (title: string, given: Partial<MutationReport>): MutationReport => ({
  document: { collection: 'policies', id: title, title, version: 2 },
  questions: 1,
  mutations: 4,
  tried: 4,
  noticed: 3,
  score: 0.75,
  survivors: [
    {
      kind: 'number',
      before: '30',
      after: '45',
      place: ['Returns'],
      sentence: 'Within 30 days.',
      question: null,
    },
  ],
  ...given,
})

describe('what the mutations of many texts come to', () => {
  it('names each text with its score and each change that nothing noticed', () => {
    const said = formatReport(report('Returns', {}))
    expect(said).toContain('“Returns” v2: score 0.75, 3 of 4 changes noticed by 1 question.')
    expect(said).toContain('✗ 30 → 45   Returns')
  })

  it('counts all of them together, the texts that no question holds apart, and says how long it took', () => {
    const total = formatMutationTotal(
      [report('A', {}), report('B', { questions: 0, noticed: 0, score: 0 })],
      61.4,
    )
    expect(total).toContain('2 texts: 3 of 8 changes noticed, score 0.38')
    expect(total).toContain('1 text without any acceptance question.')
    expect(total).toContain('It took 61 s.')
  })

  it('does not blame a text that has nothing to change', () => {
    const empty = report('C', {
      questions: 0,
      mutations: 0,
      tried: 0,
      noticed: 0,
      score: null,
      survivors: [],
    })
    expect(formatMutationTotal([empty], 1)).not.toContain('without any')
  })
})
