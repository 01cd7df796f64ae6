import { describe, expect, it } from 'vitest'
import { goldenBars, missedBars } from '../../evals/bars'
import { figuresOf } from '../../evals/summary/figures'
import { summarize } from '../../evals/summary/summarize'
import { aRecord } from '../fakes/evalRecord'

describe('bars', () => {
  const summary = summarize([
    aRecord({ right: true, leaks: ['secret'] }),
    aRecord({ right: false, found: { fused: ['x'], words: ['fees'], dense: [] } }),
  ])

  it('name each figure that misses, its value and its bar', () => {
    expect(
      missedBars(summary, {
        precision: { atLeast: 0.9 },
        leaks: { atMost: 0 },
        'recall@5': { atLeast: 0.5 },
        coverage: { atLeast: 1 },
      }),
    ).toEqual(['precision is 0.500; its bar is at least 0.9.', 'leaks is 1.000; its bar is at most 0.'])
  })

  it('are missed by a figure that was not measured', () => {
    expect(missedBars(summary, { 'conflicts escalated': { atLeast: 1 } })).toEqual([
      'conflicts escalated was not measured; its bar is at least 1.',
    ])
  })

  it('of the golden set are of figures that exist', () => {
    expect(Object.keys(figuresOf(summary))).toEqual(expect.arrayContaining(Object.keys(goldenBars)))
  })
})
