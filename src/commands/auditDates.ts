import { VouchError } from '../errors'
import { readInstant } from '../governance/instant'

const DAY_MS = 86_400_000

/**
 * The instants that a person means by the first and last day of an export, or by two instants: a last day counts whole.
 * Days are days in UTC.
 * @throws {VouchError} for what is neither a day nor an instant.
 */
export const auditDates = (given: {
  from?: string | null | undefined
  to?: string | null | undefined
}): { from?: string; to?: string } => ({
  ...(given.from && { from: instantOf('from', given.from, 0) }),
  ...(given.to && { to: instantOf('to', given.to, DAY_MS) }),
})

const instantOf = (name: string, given: string, dayLasts: number): string => {
  const instant = readInstant(given)
  if (instant) return new Date(instant.ms + (instant.wholeDay ? dayLasts : 0)).toISOString()
  throw new VouchError(
    `“${name}” takes a day such as 2026-11-23, or an instant such as 2026-11-23T09:00:00Z; “${given.slice(0, 40)}” is neither.`,
  )
}
