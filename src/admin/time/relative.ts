const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

const format = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })

/** `2 days ago`, `in 3 weeks`, `just now`: the distance from `now` (epoch ms) in its largest whole unit. */
export const relativeTime = (instant: string, now = Date.now()): string => {
  const seconds = (Date.parse(instant) - now) / 1000
  const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length)
  return unit
    ? format.format(Math.trunc(seconds / unit[1]), unit[0])
    : seconds > 0
      ? 'in a moment'
      : 'just now'
}

const exact = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'UTC',
})

/** `20 Nov 2026, 14:03:07 UTC`. */
export const exactTime = (instant: string): string => `${exact.format(new Date(instant))} UTC`

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `20 Nov 2026`. */
export const dayOf = (instant: string): string => day.format(new Date(instant))
