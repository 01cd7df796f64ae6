import type { Payload } from 'payload'
import { measure, REPEAT_DAYS, type Measures } from '../../measures/measure'
import { readConversations } from './readConversations'

const DAY_MS = 86_400_000
const DEFAULT_DAYS = 28

export interface MeasuresReport extends Measures {
  /** Conversations that began from then on, and before then. */
  from: string
  to: string
  bot: string | null
}

/** The measures of a period: the last 28 days unless told. @param bot its id; all of them unless given. */
export async function readMeasures(
  payload: Payload,
  given: { from?: string | undefined; to?: string | undefined; bot?: string | null | undefined },
): Promise<MeasuresReport> {
  const to = given.to ? Date.parse(given.to) : Date.now()
  const from = given.from ? Date.parse(given.from) : to - DEFAULT_DAYS * DAY_MS
  const bot = given.bot ?? null
  const around = REPEAT_DAYS * DAY_MS
  const all = await readConversations(payload, { from: from - around, to: to + around, bot })
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    bot,
    ...measure(all, { from, to }),
  }
}
