import { groupBy } from '../groupBy'
import { endingOf, ENDINGS, type Ending } from './ending'
import { MEASURE_NAMES, type MeasureName } from './definitions'
import { rateOf } from './measure'
import type { Repeats } from './repeats'
import type { Conversation, Rate } from './types'

/** What conversations can be told apart by. */
export const DIMENSIONS = ['topic', 'bot', 'channel', 'language'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Which conversations are wanted: those with these values; `NONE` stands for those of which it is not known. */
export type Slice = Partial<Record<Dimension, string>>
export const NONE = '-'

/** The value of a conversation, `NONE` where it is not known. Pure. */
export function valueOf(conversation: Conversation, dimension: Dimension): string {
  return conversation[dimension] ?? NONE
}

/** Whether a conversation is in the slice. Pure. */
export function isIn(slice: Slice): (conversation: Conversation) => boolean {
  const wanted = DIMENSIONS.flatMap((dimension) => {
    const value = slice[dimension]
    return value === undefined ? [] : [{ dimension, value }]
  })
  return (each) => wanted.every(({ dimension, value }) => valueOf(each, dimension) === value)
}

/** The figures of one topic, bot, channel or language. */
export interface SliceRow {
  value: string
  conversations: number
  ended: Record<Ending, number>
  rates: Record<MeasureName, Rate>
}

/** The conversations told apart by one dimension, the most frequent value first. Pure. */
export function sliceBy(
  counted: readonly Conversation[],
  { dimension, repeats }: { dimension: Dimension; repeats: Repeats },
): SliceRow[] {
  return [...groupBy(counted, (each) => valueOf(each, dimension))]
    .map(([value, theirs]) => ({
      value,
      conversations: theirs.length,
      ended: endingsOf(theirs),
      rates: Object.fromEntries(MEASURE_NAMES.map((name) => [name, rateOf(name, theirs, repeats)])) as Record<
        MeasureName,
        Rate
      >,
    }))
    .toSorted((a, b) => b.conversations - a.conversations || a.value.localeCompare(b.value))
}

function endingsOf(counted: readonly Conversation[]): Record<Ending, number> {
  const counts = Object.fromEntries(ENDINGS.map((ending) => [ending, 0])) as Record<Ending, number>
  for (const each of counted) counts[endingOf(each)]++
  return counts
}
