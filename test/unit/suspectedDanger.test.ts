import { describe, expect, it } from 'vitest'
import { afterMiss } from '../../src/answer/afterMiss'
import { defaultCalibration } from '../../src/answer/calibration'
import type { ResolvePorts } from '../../src/answer/find'
import { resolve } from '../../src/answer/resolve'
import { anonymousTurn } from '../../src/answer/anonymousTurn'
import type { TurnLabel } from '../../src/answer/turn/labels'
import type { ReadTurn } from '../../src/answer/turn/turnDecision'
import type { Decision } from '../../src/answer/types'
import type { RankedPassage } from '../../src/retrieval/types'
import { passage } from '../fakes/passage'

const thresholds = { person: 0.7, danger: 0.6, part: 0.5, aside: 0.8, labels: { medical: 0.4 }, veto: 0.05 }
const HARMLESS = [{ label: 'none' as const, probability: 1 }]
const bot = { id: 'b', name: 'Shop', audiences: ['public' as const], locales: ['en'] }

interface Asked {
  question: string
  read: Partial<Record<TurnLabel, number>>
  /** Words without which nothing is read as dangerous. */
  danger?: RegExp
  passages?: RankedPassage[]
  byMeaning?: boolean
  suspected?: { health: number; danger: number }
  down?: boolean
}

async function decided({
  question,
  read,
  danger = /./,
  passages = [],
  byMeaning = true,
  suspected,
  down,
}: Asked) {
  const found = (Object.entries(read) as [TurnLabel, number][])
    .map(([label, probability]) => ({ label, probability }))
    .toSorted((a, b) => b.probability - a.probability)
  const reading: ReadTurn = {
    found,
    byMeaning,
    thresholds: { ...thresholds, ...(suspected && { suspected }) },
  }
  const candidates = passages.map(({ chunkId }) => ({
    id: chunkId,
    contentHash: 'sha256:0',
    score: 1,
    dense: 0.8,
    words: 12,
  }))
  const ports: ResolvePorts = {
    readTurn: async (turn) => (danger.test(turn.question) ? reading : { ...reading, found: HARMLESS }),
    retrieve: async () => (down ? Promise.reject(new Error('down')) : { candidates, degraded: [] }),
    searchWords: async () => (down ? Promise.reject(new Error('down')) : []),
    hydrate: async () => passages,
  }
  const turn = anonymousTurn({ question, messages: [] })
  return (await resolve({ turn, bot, ports, calibration: defaultCalibration, budgetMs: 1_000 })).decision
}

const PILLS = 'Can I take the sleep gummies beside my heart tablets?'
/** As the classifier reads such questions: too little to keep the texts from being asked. */
const faintly = { none: 0.6, medical: 0.14, safety: 0.08, vulnerability: 0.06 }

describe('what may be about danger', () => {
  it('goes to a person once no text has the answer, and the lack of a text is still known', async () => {
    expect(await decided({ question: PILLS, read: faintly })).toMatchObject({
      outcome: 'escalated',
      reason: 'sensitive_topic',
      missed: 'no_coverage',
      urgency: 'normal',
      evidence: expect.stringContaining('health'),
    })
  })

  it('is answered where a text speaks of what was asked', async () => {
    const text = 'The sleep gummies can be taken beside heart tablets by adults.'
    const answered = await decided({
      question: PILLS,
      read: faintly,
      danger: /heart tablets/,
      passages: [passage({ text })],
    })
    expect(answered).toMatchObject({ outcome: 'answered' })
  })

  it('goes to a person where the answer leaves out what makes it dangerous', async () => {
    const o = {
      question: 'How many minutes each day may I use the massage gun with a pacemaker implanted?',
      danger: /pacemaker/,
      passages: [passage({ text: 'You may use the massage gun for 10 minutes each day.' })],
    }
    expect(await decided({ ...o, read: { none: 0.95 } })).toMatchObject({ outcome: 'answered' })
    expect(await decided({ ...o, read: faintly })).toMatchObject({
      outcome: 'escalated',
      missed: 'insufficient',
    })
  })

  it('goes to a person where nothing that was said is left in what the answer speaks of', async () => {
    const told: Decision = {
      outcome: 'answered',
      mode: 'quoted',
      sentences: [],
      citations: [],
      confidence: 0.9,
    }
    const reading: ReadTurn = { found: [{ label: 'medical', probability: 0.3 }], byMeaning: true, thresholds }
    const turn = anonymousTurn({ question: 'has it swollen', messages: [] })
    const readAgain = async () => reading
    const { outcome } = await afterMiss({ decision: told, passages: [] }, turn, { read: reading, readAgain })
    expect(outcome).toBe('escalated')
  })

  it('is health, of which three labels tell together, or any danger of which all tell more', async () => {
    const from = async (read: Asked['read']) => (await decided({ question: PILLS, read })).outcome
    expect(await from({ none: 0.8, fraud: 0.1, bereavement: 0.1 })).toBe('refused')
    expect(await from({ none: 0.8, vulnerability: 0.1, safety: 0.1 })).toBe('escalated')
    expect(await from({ none: 0.6, fraud: 0.3, bereavement: 0.1 })).toBe('escalated')
  })

  it('is not suspected below the threshold, which a model may bring, nor by words alone', async () => {
    const refused = { outcome: 'refused', reason: 'no_coverage' }
    expect(await decided({ question: PILLS, read: { none: 0.8, medical: 0.1 } })).toMatchObject(refused)
    expect(
      await decided({ question: PILLS, read: faintly, suspected: { health: 0.4, danger: 0.5 } }),
    ).toMatchObject(refused)
    expect(await decided({ question: PILLS, read: faintly, byMeaning: false })).toMatchObject(refused)
  })

  it('is no reason to say that a text is missing while none can be looked up', async () => {
    expect(await decided({ question: PILLS, read: faintly, down: true })).toMatchObject({
      outcome: 'refused',
      reason: 'unavailable',
    })
  })
})
