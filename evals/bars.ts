import { z } from 'zod'
import stored from './bars.json'
import { figuresOf } from './summary/figures'
import type { Summary } from './summary/summarize'

const barSchema = z.union([z.strictObject({ atLeast: z.number() }), z.strictObject({ atMost: z.number() })])
export type Bars = Record<string, z.output<typeof barSchema>>

/** What the golden set must reach, by figure. Raised when it gets better, never lowered without a word why. */
export const goldenBars: Bars = z.record(z.string(), barSchema).parse(stored)

/** A sentence for each figure that misses its bar; a figure that is not there misses it too. */
export const missedBars = (summary: Summary, bars: Bars): string[] => {
  const figures = figuresOf(summary)
  return Object.entries(bars).flatMap(([name, bar]) => {
    const value = figures[name] ?? null
    if (value === null) return [`${name} was not measured; its bar is ${inWords(bar)}.`]
    const holds = 'atLeast' in bar ? value >= bar.atLeast : value <= bar.atMost
    return holds ? [] : [`${name} is ${value.toFixed(3)}; its bar is ${inWords(bar)}.`]
  })
}

const inWords = (bar: Bars[string]): string =>
  'atLeast' in bar ? `at least ${bar.atLeast}` : `at most ${bar.atMost}`
