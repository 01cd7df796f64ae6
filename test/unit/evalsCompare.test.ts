import { describe, expect, it } from 'vitest'
import { compareRuns } from '../../evals/compare'
import { aRecord, aRun } from '../fakes/evalRecord'

describe('two runs compared', () => {
  const a = aRun([
    aRecord({ id: 'won', outcome: 'refused', reason: 'insufficient' }),
    aRecord({ id: 'lost', outcome: 'refused', reason: 'insufficient' }),
    aRecord({ id: 'same', right: true }),
    aRecord({ id: 'near', answerable: false, kind: 'unanswerable', gold: [], right: false }),
    aRecord({ id: 'gone' }),
  ])
  const b = aRun([
    aRecord({ id: 'won', right: true }),
    aRecord({ id: 'lost', right: false }),
    aRecord({ id: 'same', right: true, confidence: 0.1 }),
    aRecord({ id: 'near', answerable: false, kind: 'unanswerable', gold: [], outcome: 'refused' }),
    aRecord({ id: 'new' }),
  ])

  it('names the questions won and lost, and counts the others', () => {
    const { won, lost, same, onlyInA, onlyInB } = compareRuns(a, b)
    expect(won.map(({ id }) => id)).toEqual(['won', 'near'])
    expect(won[0]).toMatchObject({ a: 'refused, insufficient', b: 'answered, right' })
    expect(lost.map(({ id }) => id)).toEqual(['lost'])
    expect([same, onlyInA, onlyInB]).toEqual([1, 1, 1])
  })

  it('tells each figure with its interval, over the questions in both', () => {
    const { differences } = compareRuns(a, b)
    expect(differences['answerable, answered rightly']).toMatchObject({ difference: 1 / 3, questions: 3 })
    expect(differences['unanswerable, answered']).toMatchObject({ difference: -1, low: -1, high: -1 })
  })

  it('a leak is worse than anything else', () => {
    const leaking = aRun([aRecord({ id: 'same', right: true, leaks: ['secret'] })])
    expect(compareRuns(b, leaking).lost.map(({ id }) => id)).toEqual(['same'])
  })

  it('refuses runs of different sets', () => {
    expect(() => compareRuns(a, { ...b, set: 'other' })).toThrow('different sets: made-up and other')
  })
})
