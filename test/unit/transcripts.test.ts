import { describe, expect, it } from 'vitest'
import { repeatsAmong } from '../../src/measures/measure'
import { agreementOf, kappaOf } from '../../src/transcripts/agreement'
import { sampleForReview, wantsTwo } from '../../src/transcripts/sample'
import {
  expectedByAll,
  labelBy,
  rightByChance,
  type GivenVerdict,
  type JudgedTurn,
} from '../../src/transcripts/verdicts'
import { conversationOf } from './conversationOf'

let at = 0
const verdict = (given: Partial<GivenVerdict>): GivenVerdict => ({
  receipt: 'r',
  verdict: 'right',
  by: 'quin',
  at: at++,
  drawn: null,
  expected: null,
  label: null,
  ...given,
})

describe('the sample for review', () => {
  const ordinary = Array.from({ length: 900 }, () => conversationOf())
  const down = Array.from({ length: 20 }, () => conversationOf({ report: { thumbs: 'down' } }))
  const over = Array.from({ length: 80 }, () => conversationOf({ turns: [{ outcome: 'escalated' }] }))
  const all = [...ordinary, ...down, ...over]
  const drawOf = (from = all, { size = 50, seed = 's' } = {}) =>
    sampleForReview(from, { repeats: repeatsAmong(from), size, seed })
  const idsOf = (sample: ReturnType<typeof drawOf>) => sample.map(({ conversation }) => conversation.id)

  it('is the same for the same conversations and seed, in whatever order they come, and another for another seed', () => {
    expect(idsOf(drawOf(all.toReversed())).toSorted()).toEqual(idsOf(drawOf()).toSorted())
    expect(idsOf(drawOf())).toEqual(idsOf(drawOf()))
    expect(idsOf(drawOf(all, { seed: 't' })).toSorted()).not.toEqual(idsOf(drawOf()).toSorted())
  })

  it('is a fifth by chance alone, the rest by risk, each with its risks, and none twice', () => {
    const sample = drawOf()
    expect(new Set(idsOf(sample)).size).toBe(50)
    expect(sample.filter(({ drawn }) => drawn === 'random')).toHaveLength(10)
    for (const { risks } of sample.filter(({ drawn }) => drawn === 'risk')) expect(risks).not.toEqual([])
  })

  it('draws the riskier likelier, and by chance everybody alike', () => {
    const seeds = Array.from({ length: 40 }, (_, seed) => drawOf(all, { seed: String(seed) }))
    const byRisk = seeds.flat().filter(({ drawn }) => drawn === 'risk')
    const rateOf = (risk: string, of: number) =>
      byRisk.filter(({ risks }) => risks.some((each) => each === risk)).length / of / seeds.length
    expect(rateOf('thumbs_down', 20)).toBeGreaterThan(1.4 * rateOf('handed_over', 80))
    const byChance = seeds.flat().filter(({ drawn }) => drawn === 'random')
    const risky = byChance.filter(({ risks }) => risks.length > 0).length / byChance.length
    // A tenth of all have a risk; 400 draws by chance.
    expect(risky).toBeGreaterThan(0.05)
    expect(risky).toBeLessThan(0.16)
  })

  it('changes as little as it can where a conversation is added', () => {
    const more = drawOf([...all, conversationOf({ report: { csat: 1 } })])
    const before = new Set(idsOf(drawOf()))
    expect(idsOf(more).filter((id) => !before.has(id)).length).toBeLessThanOrEqual(2)
  })

  it('takes an answer for unsure by its place among the others, and a rating, a reopening and a repeat for a risk', () => {
    const sure = Array.from({ length: 8 }, (_, i) =>
      conversationOf({ turns: [{ confidence: 0.5 + i / 100 }] }),
    )
    const unsure = conversationOf({ turns: [{ confidence: 0.49 }] })
    const rated = conversationOf({ report: { csat: 2 }, turns: [{ confidence: 0.9 }] })
    const back = conversationOf({ report: { resolved: false }, turns: [{ confidence: 0.9 }] })
    const twice = [1, 2].map((day) => conversationOf({ customer: 'cus', day, turns: [{ confidence: 0.9 }] }))
    const from = [...sure, unsure, rated, back, ...twice]
    const risksOf = new Map(
      drawOf(from, { size: 13 }).map(({ conversation, risks }) => [conversation.id, risks]),
    )
    expect(risksOf.get(unsure.id)).toEqual(['unsure'])
    expect(risksOf.get(rated.id)).toEqual(['low_csat'])
    expect(risksOf.get(back.id)).toEqual(['reopened'])
    for (const { id } of twice) expect(risksOf.get(id)).toEqual(['repeat'])
  })

  it('of nothing is nothing, and about a quarter is for two people', () => {
    expect(drawOf([])).toEqual([])
    const two = all.filter(({ id }) => wantsTwo(id, { seed: 's' })).length / all.length
    expect(two).toBeGreaterThan(0.2)
    expect(two).toBeLessThan(0.3)
  })
})

describe('agreement of two reviewers', () => {
  it('is Cohen’s kappa, as in his own way of reckoning', () => {
    // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: po .7, pe .5, kappa .4.
    const pairs = [
      ...Array.from({ length: 20 }, () => ['y', 'y'] as const),
      ...Array.from({ length: 5 }, () => ['y', 'n'] as const),
      ...Array.from({ length: 10 }, () => ['n', 'y'] as const),
      ...Array.from({ length: 15 }, () => ['n', 'n'] as const),
    ]
    expect(kappaOf(pairs)).toBeCloseTo(0.4, 10)
  })

  it('is not told of nothing, nor where both always say the same one thing', () => {
    expect(kappaOf([])).toBeNull()
    expect(kappaOf([['right', 'right']])).toBeNull()
  })

  it('counts the turns that two people judged, by their last word, whoever was first', () => {
    const verdicts = [
      verdict({ receipt: '1', by: 'a', verdict: 'wrong' }),
      verdict({ receipt: '1', by: 'b', verdict: 'right' }),
      verdict({ receipt: '1', by: 'a', verdict: 'right' }),
      verdict({ receipt: '2', by: 'b', verdict: 'wrong' }),
      verdict({ receipt: '2', by: 'a', verdict: 'wrong' }),
      verdict({ receipt: '3', by: 'a' }),
    ]
    expect(agreementOf(verdicts)).toEqual({ turns: 2, agreed: 2, kappa: 1 })
  })
})

describe('what follows from verdicts', () => {
  const returns = { collection: 'policies', id: 'returns' } as const
  const answered: JudgedTurn = { outcome: 'answered', reason: null, cited: [returns] }

  it('is what came, where that is right', () => {
    expect(expectedByAll([verdict({})], answered)).toMatchObject({
      expectedOutcome: 'answered',
      gold: [returns],
      agreed: true,
    })
    const refused: JudgedTurn = { outcome: 'refused', reason: 'no_coverage', cited: [] }
    expect(expectedByAll([verdict({})], refused)).toMatchObject({
      expectedOutcome: 'refused',
      reason: 'no_coverage',
    })
  })

  it('is the expected text where it is wrong, and nothing where nobody knows one or it is only unsafe', () => {
    const delivery = { collection: 'faqs', id: 'delivery' } as const
    expect(expectedByAll([verdict({ verdict: 'wrong', expected: delivery })], answered)?.gold).toEqual([
      delivery,
    ])
    expect(expectedByAll([verdict({ verdict: 'wrong' })], answered)).toBeNull()
    expect(expectedByAll([verdict({ verdict: 'unsafe' })], answered)).toBeNull()
  })

  it('is not agreed while two people expect different things, or one of them does not know', () => {
    const right = verdict({ by: 'a' })
    const person = verdict({ by: 'b', verdict: 'should_have_escalated' })
    expect(expectedByAll([right, person], answered)?.agreed).toBe(false)
    expect(expectedByAll([right, verdict({ by: 'b', verdict: 'wrong' })], answered)?.agreed).toBe(false)
    expect(expectedByAll([right, person, verdict({ by: 'b' })], answered)?.agreed).toBe(true)
  })

  it('tells the classifier of turns what should have gone to a person, and what should not', () => {
    const escalated = { outcome: 'escalated' } as const
    expect(labelBy(verdict({ verdict: 'should_have_escalated', label: 'fraud' }), answered)).toBe('fraud')
    expect(labelBy(verdict({ verdict: 'should_have_escalated' }), answered)).toBe('asks_for_person')
    expect(labelBy(verdict({ verdict: 'wrong', expected: returns }), escalated)).toBe('none')
    expect(labelBy(verdict({ verdict: 'wrong' }), escalated)).toBeNull()
    expect(labelBy(verdict({}), answered)).toBeNull()
  })

  it('estimates how much is right by what chance drew alone, each turn once', () => {
    const verdicts = [
      verdict({ receipt: '1', drawn: 'random' }),
      verdict({ receipt: '1', drawn: 'random', by: 'b', verdict: 'wrong' }),
      verdict({ receipt: '2', drawn: 'random', verdict: 'incomplete' }),
      verdict({ receipt: '3', drawn: 'risk', verdict: 'wrong' }),
    ]
    expect(rightByChance(verdicts)).toEqual({ count: 1, of: 2 })
  })
})
