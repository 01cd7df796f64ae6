import type { Language } from '../retrieval/analyze'

const CALENDAR = new Map<Language, ReadonlySet<string>>()

/** Whether a lower-case word is a day or a month, as the platform calls them, which have capitals and are no names. */
export function isOfCalendar(word: string, language: Language): boolean {
  const known = CALENDAR.get(language) ?? new Set(calendarOf(language))
  CALENDAR.set(language, known)
  return known.has(word)
}

function calendarOf(language: Language): string[] {
  const told = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
  const lengths = ['long', 'short'] as const
  return lengths.flatMap((length) => {
    const [month, weekday] = [told({ month: length }), told({ weekday: length })]
    // 2026 begins on a Thursday: 28 days in each month hold every weekday.
    return Array.from({ length: 12 * 7 }, (_, i) => new Date(Date.UTC(2026, i % 12, 1 + (i % 7)))).flatMap(
      (day) => [month.format(day), weekday.format(day)].map((each) => each.toLowerCase().replace(/\.$/, '')),
    )
  })
}
