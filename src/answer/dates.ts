import { LANGUAGES } from '../retrieval/analyze'
import type { Fact } from './fact'

/** Dates in a text, as `yyyymmdd` with nothing for what is left open; `unit` says how precise each is. */
export const datesOf = (text: string): Fact[] => {
  let rest = text
  return FORMS.flatMap(({ pattern, parts }) => {
    const facts = Array.from(rest.matchAll(pattern), (match) => dateOf(match[0], parts(match)))
    for (const { text: found } of facts) rest = rest.replace(found, ' ')
    return facts
  })
}

interface Parts {
  day?: string | undefined
  month?: string | undefined
  year?: string | undefined
}

/** English and German write months with a capital; "may" is none. */
const MONTHS = new Map<string, number>(
  LANGUAGES.flatMap((language) =>
    Array.from({ length: 12 }, (_, month): [string, number] => [
      new Date(Date.UTC(2026, month, 1)).toLocaleDateString(language, { month: 'long', timeZone: 'UTC' }),
      month + 1,
    ]),
  ),
)
const MONTH = `(${[...MONTHS.keys()].join('|')})`
const DAY = String.raw`(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|er|\.|º)?`
const YEAR = String.raw`((?:1[5-9]|20)\d{2})(?![\d%])`

const FORMS: readonly { pattern: RegExp; parts: (match: RegExpMatchArray) => Parts }[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g, parts: ([, year, month, day]) => ({ day, month, year }) },
  {
    pattern: new RegExp(String.raw`${DAY} (?:of |de )?${MONTH}(?:,? (?:de |of )?${YEAR})?`, 'gu'),
    parts: ([, day, month, year]) => ({ day, month, year }),
  },
  {
    pattern: new RegExp(String.raw`${MONTH} (\d{1,2})(?!\d)(?:st|nd|rd|th)?(?:,? ${YEAR})?`, 'gu'),
    parts: ([, month, day, year]) => ({ day, month, year }),
  },
  {
    pattern: new RegExp(String.raw`${MONTH},? (?:de |of )?${YEAR}`, 'gu'),
    parts: ([, month, year]) => ({ month, year }),
  },
  {
    pattern: new RegExp(String.raw`(?<![\d.,$€£-])${YEAR}(?![.,]\d)`, 'gu'),
    parts: ([, year]) => ({ year }),
  },
]

const dateOf = (text: string, { day, month = '', year }: Parts): Fact => ({
  kind: 'date',
  value: Number(year ?? 0) * 10_000 + (MONTHS.get(month) ?? Number(month)) * 100 + Number(day ?? 0),
  unit: [day && 'day', month && 'month', year && 'year'].filter(Boolean).join(' '),
  text,
})
