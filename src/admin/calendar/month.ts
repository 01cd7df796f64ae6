const DAY_MS = 86_400_000

/** A month of the calendar; days are UTC, as everywhere in the admin. */
export interface Month {
  /** `2026-11`. */
  name: string
  /** Its first instant, epoch ms. */
  from: number
  /** The first instant after it. */
  to: number
}

/** The month that an address asks for, else the one of `now`. */
export const parseMonth = (asked: unknown, now: number): Month => {
  const given = typeof asked === 'string' && /^2[01]\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : null
  const name = given ?? new Date(now).toISOString().slice(0, 7)
  return {
    name,
    from: Date.parse(`${name}-01T00:00:00Z`),
    to: Date.parse(`${shifted(name, 1)}-01T00:00:00Z`),
  }
}

/** The month so many months later. */
export const shifted = (name: string, months: number): string => {
  const first = new Date(`${name}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months)
  return first.toISOString().slice(0, 7)
}

/** Its days in weeks that begin on Monday, as `2026-11-01`; null outside the month. */
export const weeksOf = ({ from, to }: Month): (string | null)[][] => {
  const before = (new Date(from).getUTCDay() + 6) % 7
  const days: (string | null)[] = Array.from({ length: before }, () => null)
  for (let day = from; day < to; day += DAY_MS) days.push(dayOf(day))
  while (days.length % 7) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

/** The day of an instant (epoch ms or ISO 8601), as `2026-11-01`. */
export const dayOf = (instant: number | string): string => new Date(instant).toISOString().slice(0, 10)
