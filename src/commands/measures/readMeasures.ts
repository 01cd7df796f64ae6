import type { Payload } from 'payload'
import { behindFigure, type Behind } from '../../measures/definitions'
import {
  countedIn,
  measureCounted,
  REPEAT_DAYS,
  repeatsAmong,
  type Measures,
  type Period,
} from '../../measures/measure'
import {
  DIMENSIONS,
  isIn,
  sliceBy,
  valueOf,
  type Dimension,
  type Slice,
  type SliceRow,
} from '../../measures/slices'
import type { Repeats } from '../../measures/repeats'
import type { Conversation } from '../../measures/types'
import { readConversations } from './readConversations'

const DAY_MS = 86_400_000
const DEFAULT_DAYS = 28

/** Which conversations are measured: of a period, the last 28 days unless told, and of a slice, all unless told. */
export interface MeasuresWanted extends Slice {
  from?: string | undefined
  to?: string | undefined
}

export interface MeasuresReport extends Measures {
  /** Conversations that began from then on, and before then. */
  from: string
  to: string
  topic: string | null
  bot: string | null
  channel: string | null
  language: string | null
}

/** Conversations that a period and slice count, with what tells who came back. */
export interface Counted {
  period: Period
  counted: Conversation[]
  repeats: Repeats
  /** Every value of each dimension in the period, whatever the slice. */
  values: Record<Dimension, string[]>
}

/** The measures of a period and a slice. */
export async function readMeasures(payload: Payload, wanted: MeasuresWanted): Promise<MeasuresReport> {
  return reportOf(wanted, await readCounted(payload, wanted))
}

/** The same, with the figures of each topic, bot, channel or language, and what there is to choose from. */
export async function readOutcomes(
  payload: Payload,
  { by, ...wanted }: MeasuresWanted & { by: Dimension },
): Promise<{ report: MeasuresReport; rows: SliceRow[]; values: Counted['values'] }> {
  const read = await readCounted(payload, wanted)
  return {
    report: reportOf(wanted, read),
    rows: sliceBy(read.counted, { dimension: by, repeats: read.repeats }),
    values: read.values,
  }
}

/** The conversations behind a figure, the newest first. @param figure as `behindFigure` names it; all of them unless given. */
export async function readBehind(
  payload: Payload,
  { figure, ...wanted }: MeasuresWanted & { figure: string | null },
): Promise<Counted & { behind: Behind | null }> {
  const read = await readCounted(payload, wanted)
  const behind = figure === null ? null : behindFigure(figure)
  const counted = behind ? read.counted.filter((each) => behind.test(each, read.repeats)) : read.counted
  return { ...read, behind, counted: counted.toReversed() }
}

/** The conversations of a period and a slice. Who came back is told among all of the bot’s, around the period too. */
export async function readCounted(payload: Payload, wanted: MeasuresWanted): Promise<Counted> {
  const period = periodOf(wanted)
  const around = REPEAT_DAYS * DAY_MS
  const all = await readConversations(payload, {
    from: period.from - around,
    to: period.to + around,
    bot: wanted.bot ?? null,
  })
  const inPeriod = countedIn(all, period)
  return {
    period,
    counted: inPeriod.filter(isIn(wanted)),
    repeats: repeatsAmong(all),
    values: Object.fromEntries(
      DIMENSIONS.map((dimension) => [
        dimension,
        [...new Set(inPeriod.map((each) => valueOf(each, dimension)))].toSorted(),
      ]),
    ) as Counted['values'],
  }
}

const reportOf = (
  { topic, bot, channel, language }: MeasuresWanted,
  { period, counted, repeats }: Counted,
): MeasuresReport => ({
  from: new Date(period.from).toISOString(),
  to: new Date(period.to).toISOString(),
  topic: topic ?? null,
  bot: bot ?? null,
  channel: channel ?? null,
  language: language ?? null,
  ...measureCounted(counted, { period, repeats }),
})

function periodOf({ from, to }: MeasuresWanted): Period {
  const end = to ? Date.parse(to) : Date.now()
  return { from: from ? Date.parse(from) : end - DEFAULT_DAYS * DAY_MS, to: end }
}
