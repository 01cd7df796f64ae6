/** A day that somebody wrote, and why it cannot be told where it cannot. */
export type ReadDate = { iso: string } | { problem: string }

/**
 * Reads a date as people write it, with its day kept: ISO, `1.2.2026` (the day first, always), `1/2/2026` where the language
 * or the numbers say which is the day, and days with the month in words. A bare number is no date: what a spreadsheet
 * counts from depends on the spreadsheet.
 */
export function readDate(value: unknown, locale = ''): ReadDate {
  if (value instanceof Date) return ofDate(value)
  const text = typeof value === 'string' ? value.trim() : ''
  const iso = ISO.exec(text)
  if (iso) return ofIso(iso)
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?$/.exec(text)
  if (dotted) return day(dotted[3], dotted[2], dotted[1], text)
  const yearFirst = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(text)
  if (yearFirst) return day(yearFirst[1], yearFirst[2], yearFirst[3], text)
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)
  if (slashed) return ofSlashes(slashed, locale)
  return ofWords(text) ?? { problem: unreadable(value) }
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

/** TOML's local dates say by themselves that they are days. */
function ofDate(date: Date): ReadDate {
  if (Number.isNaN(date.getTime())) return { problem: 'is no date' }
  const [written] = date.toISOString().split('T')
  const isDay = 'isDate' in date && (date as Date & { isDate(): boolean }).isDate()
  return { iso: isDay ? `${written}T00:00:00.000Z` : new Date(date.getTime()).toISOString() }
}

function ofIso([text, year, month, date, hours, minutes, seconds, zone]: RegExpExecArray): ReadDate {
  const whole = day(year, month, date, text)
  if ('problem' in whole || !hours) return whole
  const at = new Date(`${year}-${month}-${date}T${hours}:${minutes}:${seconds ?? '00'}${zone ?? 'Z'}`)
  return Number.isNaN(at.getTime()) ? { problem: unreadable(text) } : { iso: at.toISOString() }
}

/** Where the month comes first: the United States, and no other language. */
function ofSlashes([text, first, second, year]: RegExpExecArray, locale: string): ReadDate {
  const [a, b] = [Number(first), Number(second)]
  if (a === b || b > 12 || (/^en-us$/i.test(locale) && a <= 12)) return day(year, first, second, text)
  if (a > 12 || (locale && !/^en(?:-us)?$/i.test(locale))) return day(year, second, first, text)
  return { problem: `could be two days (${text}). Write it as ${year}-MM-DD` }
}

const MONTHS: readonly RegExp[] = [
  /^(?:jan|jän|janv|ene|gen)/,
  /^(?:feb|fév|fev|fevr)/,
  /^(?:mar|mär|maa|mrt)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mag|mei)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aoû|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^(?:nov)/,
  /^(?:dec|dez|déc|dic)/,
]

/** "1 February 2026", "February 1st, 2026", "1. März 2026", "1er février 2026", "1 de enero de 2026". */
function ofWords(text: string): ReadDate | null {
  const dayFirst =
    /^(?:\p{L}+,\s*)?(\d{1,2})(?:\.|st|nd|rd|th|er)?\s+(?:de\s+|of\s+)?(\p{L}{3,})\.?,?\s+(?:de\s+)?(\d{4})$/u.exec(
      text,
    )
  const monthFirst = /^(?:\p{L}+,\s*)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text)
  const [date, word, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const month = MONTHS.findIndex((name) => name.test((word ?? '').toLowerCase())) + 1
  return month > 0 ? day(year, String(month), date, text) : null
}

function day(year?: string, month?: string, date?: string, text?: string): ReadDate {
  const [y, m, d] = [Number(year), Number(month), Number(date)]
  const at = new Date(Date.UTC(y, m - 1, d))
  const exists = at.getUTCFullYear() === y && at.getUTCMonth() === m - 1 && at.getUTCDate() === d
  return exists ? { iso: at.toISOString() } : { problem: unreadable(text) }
}

const unreadable = (value: unknown) => `must be a date such as 2026-03-01, not ${JSON.stringify(value)}`
