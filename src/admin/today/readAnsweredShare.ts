import type { Payload, Where } from 'payload'

const DAY_MS = 86_400_000
const DAYS = 7
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })

export interface AnsweredShareOfWeek {
  asked: number
  /** 0 to 1; null when nothing was asked. */
  share: number | null
  /** Difference to the seven days before, in percentage points; null when either is empty. */
  change: number | null
  /** One share for each of the last seven days, the oldest first. */
  days: { day: string; share: number | null }[]
}

/** The share of questions that were answered over the last seven days. */
export const readAnsweredShare = async (payload: Payload, now = Date.now()): Promise<AnsweredShareOfWeek> => {
  const day = (index: number) => shareBetween(payload, now - (index + 1) * DAY_MS, now - index * DAY_MS)
  const [week, before, ...days] = await Promise.all([
    shareBetween(payload, now - DAYS * DAY_MS, now),
    shareBetween(payload, now - 2 * DAYS * DAY_MS, now - DAYS * DAY_MS),
    ...Array.from({ length: DAYS }, (_, index) => day(DAYS - 1 - index)),
  ])
  return {
    asked: week.asked,
    share: week.share,
    change:
      week.share === null || before.share === null ? null : Math.round((week.share - before.share) * 100),
    days: days.map(({ share, until }) => ({ day: weekday.format(until), share })),
  }
}

const shareBetween = async (payload: Payload, from: number, to: number) => {
  const within: Where[] = [
    { createdAt: { greater_than: new Date(from).toISOString() } },
    { createdAt: { less_than_equal: new Date(to).toISOString() } },
  ]
  const [asked, answered] = await Promise.all([
    payload.count({ collection: 'answers', where: { and: within } }),
    payload.count({
      collection: 'answers',
      where: { and: [...within, { outcome: { equals: 'answered' } }] },
    }),
  ])
  return {
    until: to,
    asked: asked.totalDocs,
    share: asked.totalDocs ? answered.totalDocs / asked.totalDocs : null,
  }
}
