import { z } from 'zod'

const DATE = z.iso.date()
const DATE_TIME = z.iso.datetime({ offset: true })

/**
 * A day or an instant as ISO 8601 writes it; null for everything else, for `Date` takes many a text to be one. Days are days
 * in UTC, and begin when they begin.
 */
export function readInstant(given: string): { ms: number; wholeDay: boolean } | null {
  const wholeDay = DATE.safeParse(given).success
  if (!wholeDay && !DATE_TIME.safeParse(given).success) return null
  const ms = Date.parse(given)
  return Number.isNaN(ms) ? null : { ms, wholeDay }
}
