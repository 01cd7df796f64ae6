import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuse, FUSION_DEPTH } from '../../src/retrieval/fuse'
import type { Candidate } from '../../src/retrieval/types'

const leg = (scores: Record<string, number>): Candidate[] =>
  Object.entries(scores).map(([id, score]) => ({ id, contentHash: `hash of ${id}`, score }))

const legs = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    contentHash: fc.constant('h'),
    score: fc.double({ min: -5, max: 40, noNaN: true }),
  }),
  { selector: ({ id }) => id, maxLength: 130 },
)

describe('fusing two legs', () => {
  it('sums each leg on its own scale, by weight', () => {
    const fused = fuse({
      dense: leg({ a: 0.9, b: 0.7, c: 0.5 }),
      words: leg({ b: 12, d: 8, a: 4 }),
      denseWeight: 0.75,
    })
    expect(fused.map(({ id, score }) => [id, Number(score.toFixed(6))])).toEqual([
      ['a', 0.75],
      ['b', 0.625],
      ['d', 0.125],
      ['c', 0],
    ])
  })

  it("keeps each leg's own score and hash, and null where the leg did not return the candidate", () => {
    const fused = fuse({ dense: leg({ a: 0.9, b: 0.2 }), words: leg({ b: 7 }), denseWeight: 0.5 })
    expect(fused.find(({ id }) => id === 'a')).toMatchObject({
      dense: 0.9,
      words: null,
      contentHash: 'hash of a',
    })
    expect(fused.find(({ id }) => id === 'b')).toMatchObject({ dense: 0.2, words: 7 })
  })

  it('tells a hopeless search from a good one by the raw scores, for the fused ones look alike', () => {
    const good = fuse({ dense: leg({ a: 0.8, b: 0.3 }), words: leg({ a: 15, b: 2 }), denseWeight: 0.5 })
    const hopeless = fuse({
      dense: leg({ a: 0.08, b: 0.03 }),
      words: leg({ a: 1.5, b: 0.2 }),
      denseWeight: 0.5,
    })
    expect(good[0]!.score).toBe(hopeless[0]!.score)
    expect([good[0]!.dense, hopeless[0]!.dense]).toEqual([0.8, 0.08])
  })

  it.each([[null], [[]]])('ranks by the other leg alone when one leg is %j', (missing) => {
    const present = leg({ a: 3, b: 2, c: 1 })
    const byWords = fuse({ dense: missing, words: present, denseWeight: 0.9 })
    const byDense = fuse({ dense: present, words: missing, denseWeight: 0.1 })
    expect(byWords.map(({ score }) => score)).toEqual([1, 0.5, 0])
    expect(byDense.map(({ score }) => score)).toEqual([1, 0.5, 0])
  })

  it('answers nothing when both legs are empty', () => {
    expect(fuse({ dense: null, words: [], denseWeight: 0.5 })).toEqual([])
  })

  it('gives a single candidate of a leg the top of its scale', () => {
    expect(fuse({ dense: leg({ a: 0.1 }), words: null, denseWeight: 0.5 })[0]!.score).toBe(1)
  })

  it('takes the scale from the best 100 of a leg and leaves the rest out', () => {
    const many = leg(Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`c${i}`, 150 - i])))
    const fused = fuse({ dense: many.toReversed(), words: null, denseWeight: 0.5 })
    expect(fused).toHaveLength(FUSION_DEPTH)
    expect(fused.find(({ id }) => id === 'c99')!.score).toBe(0)
  })

  it('ranks the same whatever order the store returned, ties by id', () => {
    fc.assert(
      fc.property(legs, legs, fc.double({ min: 0, max: 1, noNaN: true }), (dense, words, denseWeight) => {
        const straight = fuse({ dense, words, denseWeight })
        expect(fuse({ dense: dense.toReversed(), words: words.toReversed(), denseWeight })).toEqual(straight)
        for (const { score } of straight) expect(score >= 0 && score <= 1 + 1e-9).toBe(true)
      }),
    )
  })
})
