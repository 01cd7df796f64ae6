import { describe, expect, it } from 'vitest'
import type { AskedPart } from '../../src/answer/askPart'
import { askThings } from '../../src/answer/askThings'
import { speaksOfEach } from '../../src/answer/speaksOf'
import type { ReadThing } from '../../src/answer/understand/readings'
import type { RankedPassage } from '../../src/retrieval/types'
import { passage } from '../fakes/passage'

const days = passage({
  text: 'Next day: £5.95. Saturday: £7.95. Monthly price: £3.49. By telephone: no.',
  document: { id: 'd', collection: 'policies', title: 'Delivery' },
})
const returns = passage({
  text: 'In Ireland a parcel is collected for €3.99. We ring you by phone.',
  chunkId: 'chunk-2',
  document: { id: 'r', collection: 'policies', title: 'Sending parcels' },
})

const part = (
  text: string | null,
  o: { from?: RankedPassage; passages?: RankedPassage[]; confidence?: number } = {},
): AskedPart => {
  const { from = days, passages = [days, returns], confidence = 0.9 } = o
  return {
    decision:
      text === null
        ? { outcome: 'refused', reason: 'insufficient', confidence: 0.4 }
        : {
            outcome: 'answered',
            mode: 'quoted',
            sentences: [{ text, citations: [1] }],
            citations: [{ number: 1, chunkId: from.chunkId } as never],
            confidence,
          },
    passages,
    degraded: [],
    corrections: [],
    request: { question: '', at: 0, audiences: ['public'], limit: 10, locale: 'en' },
  }
}

describe('an answer to a follow-up speaks of each turn', () => {
  it.each([
    ['Next day: £5.95.', days, ['on a saturday', 'How much is next day delivery?'], false],
    ['Saturday: £7.95.', days, ['on a saturday', 'How much is next day delivery?'], true],
    [
      'In Ireland a parcel is collected for €3.99.',
      returns,
      ['in ireland', 'the price on a saturday'],
      false,
    ],
    // By its title, by a word in another form, and by a word of which the texts know nothing.
    ['Next day: £5.95.', days, ['how much', 'Do you have delivery?'], true],
    ['Monthly price: £3.49.', days, ['how much is it a month'], true],
    ['By telephone: no.', days, ['over the phone?'], true],
    ['Saturday: £7.95.', days, ['over the phone?'], false],
    ['Next day: £5.95.', days, ['on a zeppelin?', 'How much is next day delivery?'], true],
  ])('“%s” of %s', (text, from, said, speaks) => {
    expect(speaksOfEach(part(text, { from }), said, 'en')).toBe(speaks)
  })
})

describe('a follow-up is asked in its readings', () => {
  const followUp: ReadThing = {
    readings: ['and on a saturday? (How much is next day delivery?)'],
    about: '',
    said: ['on a saturday?', 'How much is next day delivery?'],
    otherwise: 'How much is next day delivery on a saturday?',
  }
  const asking = (answers: Record<string, AskedPart>) => {
    const asked: string[] = []
    const ask = (question: string) => {
      asked.push(question)
      return Promise.resolve(answers[question] ?? part(null))
    }
    return { asked, ask }
  }
  const [reading = ''] = followUp.readings

  it('an answer beside what was asked is none, and it is asked as one question instead', async () => {
    const { asked, ask } = asking({
      [reading]: part('Next day: £5.95.'),
      [followUp.otherwise!]: part('Saturday: £7.95.'),
    })
    const { decision } = await askThings([followUp], { whole: reading, locale: 'en', ask })
    expect(decision).toMatchObject({ outcome: 'answered', sentences: [{ text: 'Saturday: £7.95.' }] })
    expect(asked).toEqual([reading, followUp.otherwise])
  })

  it('is refused as too little where that is answered beside it too', async () => {
    const { ask } = asking({
      [reading]: part('Next day: £5.95.'),
      [followUp.otherwise!]: part('Next day: £5.95.'),
    })
    const { decision } = await askThings([followUp], { whole: reading, locale: 'en', ask })
    expect(decision).toMatchObject({ outcome: 'refused', reason: 'insufficient', confidence: 0.9 })
  })

  it('is not asked again where it is answered, or where nothing can be looked up', async () => {
    const answered = asking({ [reading]: part('Saturday: £7.95.') })
    await askThings([followUp], { whole: reading, locale: 'en', ask: answered.ask })
    expect(answered.asked).toEqual([reading])
    const down = asking({
      [reading]: { ...part(null), decision: { outcome: 'refused', reason: 'unavailable', confidence: null } },
    })
    await askThings([followUp], { whole: reading, locale: 'en', ask: down.ask })
    expect(down.asked).toEqual([reading])
  })
})
