import { describe, expect, it } from 'vitest'
import { defaultCalibration } from '../../src/answer/calibration'
import { createWordsReader } from '../../src/answer/reader/words/read'
import { explainMiss, type Explaining } from '../../src/commands/explainMiss'
import type { RankedPassage } from '../../src/retrieval/types'
import type { Audience } from '../../src/vocabulary'
import { passage } from '../fakes/passage'

const AT = Date.parse('2026-06-01T00:00:00Z')
const question = 'How long can I return a kettle?'

interface Held {
  text: RankedPassage
  until?: number
  overdue?: boolean
}

const held = (id: string, audience: Audience, rest: Partial<Held> = {}): Held => ({
  text: passage({
    text: 'You can return a kettle within thirty days.',
    chunkId: id,
    releaseId: id,
    document: { id, collection: 'policies', title: 'How long you can return a kettle' },
    audience,
  }),
  ...rest,
})

/** An installation that holds these texts, all of which the index proposes. */
const why = (texts: readonly Held[], also: Partial<Explaining> = {}) =>
  explainMiss(
    {
      propose: async () => ({
        candidates: texts.map(({ text }) => ({
          id: text.chunkId,
          contentHash: text.contentHash,
          score: 1,
          dense: null,
          words: 1,
        })),
        degraded: [],
      }),
      read: async (_, { at, audiences, overdueToo = false }) =>
        texts
          .filter(({ text }) => audiences.includes(text.audience))
          .filter(({ until = Infinity, overdue = false }) => at < until && (!overdue || overdueToo))
          .map(({ text }) => text),
      words: createWordsReader(null),
      calibration: defaultCalibration,
      refusesOverdue: async () => texts.some(({ overdue }) => overdue),
      hasPutAside: async () => false,
      expiries: async () => texts.flatMap(({ until }) => until ?? []),
      withinMs: 1_000,
      ...also,
    },
    { question, at: AT, audiences: ['public'], limit: 10 },
  )

describe('why nothing answered', () => {
  it('is a text for others, where one answers', async () => {
    expect(await why([held('staff', 'internal')])).toBe('not_visible')
  })

  it('is nothing hidden, where the words answer from a text that the asker sees and the reader did not take for an answer', async () => {
    expect(await why([held('open', 'public')])).toBe(null)
  })

  it('is nothing hidden, where what others may read does not answer', async () => {
    const off = held('staff', 'internal')
    const other = { ...off, text: { ...off.text, text: 'The canteen closes at two.' } }
    expect(await why([held('open', 'public'), other])).toBe(null)
  })

  it('is an expired text, where it answered until then and none does that is in force', async () => {
    expect(await why([held('old', 'public', { until: AT - 1_000 })])).toBe('expired')
  })

  it('is not that a text expired which a text in force repeats', async () => {
    const texts = [held('open', 'public'), held('open', 'public', { until: AT - 1_000 })]
    expect(await why(texts)).toBe(null)
  })

  it('is that nobody confirmed it in time, where its topic refuses such texts', async () => {
    expect(await why([held('late', 'public', { overdue: true })])).toBe('expired')
  })

  it('reads as often whatever it finds', async () => {
    const counted = async (texts: readonly Held[]) => {
      let times = 0
      const words = createWordsReader(null)
      const counting = {
        id: words.id,
        read: async (o: Parameters<typeof words.read>[0]) => (times++, words.read(o)),
      }
      await why(texts, { words: counting, expiries: async () => [AT - 1_000] })
      return times
    }
    expect(await counted([held('open', 'public')])).toBe(
      await counted([held('staff', 'internal'), held('open', 'public')]),
    )
  })
})
