import {
  format,
  getLocale,
  isDateFormat,
  tokenize,
  TOKEN_DATETIME,
  TOKEN_DURATION,
  TOKEN_LOCALE,
} from 'numfmt'

/**
 * A number as its format shows it, with the figures of English (1,234.5) whatever the format's language. A date in figures
 * is written 2026-03-01, which no reader takes for the third of January; one in words stays in words.
 */
export function formatNumber(value: number, pattern: string, { locale = 'en' } = {}): string {
  if (isGeneral(pattern)) return plainNumber(value)
  try {
    return format(readablePattern(pattern), value, {
      locale: wordsIn(pattern, locale),
      dateErrorNumber: true,
    })
      .replace(/\s+/g, ' ')
      .trim()
  } catch {
    return plainNumber(value)
  }
}

/** The language of months and days; of figures it is English always. */
const wordsIn = (pattern: string, locale: string) =>
  isDateFormat(pattern) && getLocale(locale) ? locale : 'en'

/** Text as its format shows it: words round it, or nothing at all. */
export function formatText(value: string, pattern: string): string {
  if (isGeneral(pattern) || !/[@;]/.test(pattern)) return value
  try {
    return format(pattern, value)
  } catch {
    return value
  }
}

/** Figures as they are without a format; a long number is not cut, because it is an article's or a bank account's. */
export const plainNumber = (value: number): string =>
  Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(11)))

const isGeneral = (pattern: string) => /^(general|standard|@)?$/i.test(pattern.trim())

/** The same format with what would be misread made plain; kept, because a sheet has few formats and many cells. */
function readablePattern(pattern: string): string {
  const known = patterns.get(pattern)
  if (known !== undefined) return known
  const readable = sectionsOf(pattern).map(readableSection).join(';')
  if (patterns.size > 1_000) patterns.clear()
  patterns.set(pattern, readable)
  return readable
}

const patterns = new Map<string, string>()

type Tokens = ReturnType<typeof tokenize>

function sectionsOf(pattern: string): Tokens[] {
  const sections: Tokens[] = [[]]
  for (const token of tokenize(pattern)) {
    if (token.raw === ';') sections.push([])
    else sections.at(-1)?.push(token)
  }
  return sections
}

function readableSection(tokens: Tokens): string {
  if (!tokens.some(({ type }) => type === TOKEN_DATETIME || type === TOKEN_DURATION))
    return tokens.map(withoutLocale).join('')
  const dates = datesIn(tokens)
  return tokens
    .map(({ raw }, i) => {
      const date = dates.find(({ start, end }) => start <= i && i <= end)
      return date ? (date.start === i ? date.readable : '') : raw
    })
    .join('')
}

interface DateSpan {
  /** The first and the last of its tokens. */
  start: number
  end: number
  readable: string
}

/** Days, months and years in figures that stand together, as they are better written. */
function datesIn(tokens: Tokens): DateSpan[] {
  const dates: DateSpan[] = []
  let start = 0
  while (start < tokens.length) {
    let [end, letters] = [start - 1, '']
    for (let i = start; i < tokens.length; i++) {
      const letter = dateLetter(tokens, i)
      if (!letter && !(letters && isSeparator(tokens[i]))) break
      if (letter) [end, letters] = [i, letters + letter]
    }
    const readable = READABLE[[...letters].toSorted().join('')]
    if (readable) dates.push({ start, end, readable })
    start = Math.max(start, end) + 1
  }
  return dates
}

/** Without a year, figures are as easily misread, and there is no neutral way to write them but in words. */
const READABLE: Record<string, string> = { dmy: 'yyyy\\-mm\\-dd', dm: 'd\\ mmmm' }

/** `d`, `m` or `y` for a part of a date in figures; an `m` after hours or before seconds is minutes. */
function dateLetter(tokens: Tokens, i: number): string | null {
  const { type, raw } = tokens[i] ?? { type: '', raw: '' }
  if (type !== TOKEN_DATETIME || !/^(d{1,2}|m{1,2}|y+|e+)$/i.test(raw)) return null
  const isTime = (token: Tokens[number] | undefined, part: string) =>
    token !== undefined && new RegExp(`^\\[?${part}+\\]?$`, 'i').test(token.raw)
  const timed = ({ type: kind }: Tokens[number]) => kind === TOKEN_DATETIME || kind === TOKEN_DURATION
  if (
    /^m/i.test(raw) &&
    (isTime(tokens.slice(0, i).findLast(timed), 'h') || isTime(tokens.slice(i + 1).find(timed), 's'))
  )
    return null
  return raw.charAt(0).toLowerCase().replace('e', 'y')
}

const isSeparator = (token: Tokens[number] | undefined) =>
  token !== undefined && /^["\\]?[-/.,\s]+"?$/.test(token.raw)

/** `[$€-407]` is a sign for euros; its language would exchange the point and the comma of one cell among others. */
const withoutLocale = ({ type, raw }: Tokens[number]): string => {
  if (type !== TOKEN_LOCALE) return raw
  const sign = /^\[\$([^\]-]*)/.exec(raw)?.[1] ?? ''
  return sign ? `"${sign.replaceAll('"', '')}"` : ''
}
