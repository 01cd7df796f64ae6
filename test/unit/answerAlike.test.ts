import { describe, expect, it } from 'vitest'
import { decide } from '../../src/answer/decide'
import { defaultCalibration } from '../../src/answer/calibration'
import type { RankedPassage } from '../../src/retrieval/types'
import { passage } from '../fakes/passage'

const NAMES = 'bradelflo gimkarlun mospri seltru vekzon lunbra karmos zonsel prigim flovek'.split(' ')
const nameOf = (i: number) => `${NAMES[i % NAMES.length]}${i}`

/** The first ten of hundreds of questions that differ by a name, as a search would rank them: nearly even. */
const nearAlike = (asked: number): RankedPassage[] =>
  Array.from({ length: 10 }, (_, rank) => {
    const i = asked + rank * 10
    const text = `The ${nameOf(i)} lamp is collected within ${3 + (i % 90)} days. We send a message when it has left.`
    return passage({
      text,
      end: text.length,
      chunkId: `c${i}`,
      releaseId: `r${i}`,
      document: {
        id: `f${i}`,
        collection: 'faqs',
        title: `Within how many days is the ${nameOf(i)} lamp collected?`,
      },
      score: 1 - rank * 0.01,
      words: 12 - rank * 0.2,
      dense: null,
    })
  })

const answerTo = (question: string, passages: RankedPassage[]) =>
  decide({ question, passages, locale: 'en', calibration: defaultCalibration }).decision

describe('among many questions that are nearly alike', () => {
  it.each([30, 90, 150, 210, 270])('the one that is asked in its own words is answered: %i', (i) => {
    const decision = answerTo(`Within how many days is the ${nameOf(i)} lamp collected?`, nearAlike(i))
    expect(decision).toMatchObject({ outcome: 'answered' })
    expect(decision.outcome === 'answered' && decision.sentences[0]?.text).toContain(`${3 + (i % 90)} days`)
  })

  it('one that none of them names is not', () => {
    const decision = answerTo('Within how many days is the Quontis9 lamp collected?', nearAlike(30))
    expect(decision.outcome).not.toBe('answered')
  })
})
