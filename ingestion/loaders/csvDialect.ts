import Papa from 'papaparse'
import { hasDocumentHeader } from './documentTable'

/** How a table of text is written. */
export interface Dialect {
  delimiter: string
  /** The text without a line that only says how it is written. */
  body: string
  /** The line in the file where the body starts. */
  firstLine: number
}

/** Of two that do as well, the one that is rarer in sentences. */
const DELIMITERS = [';', '\t', '|', ',']
const LINES_ASKED = 12

/**
 * What parts the columns: what the file says itself (`sep=;`), else what makes its first lines a header that is known,
 * else what parts the header into the most columns. Answers are full of commas, so they are not asked.
 */
export function readDialect(text: string): Dialect {
  const [declared, sign] = /^\s*"?sep=(\t|[^\w\s"])"?[ \t]*(?:\n|$)/i.exec(text) ?? []
  const body = declared ? text.slice(declared.length) : text
  const firstLine = declared ? declared.split('\n').length : 1
  return { delimiter: sign ?? delimiterOf(body), body, firstLine }
}

function delimiterOf(text: string): string {
  const tried = DELIMITERS.map((delimiter) => {
    const rows = Papa.parse<string[]>(text, { delimiter, preview: LINES_ASKED }).data
    const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
    const header = filled.find((row) => row.length > 1) ?? []
    const alike = filled.filter((row) => row.length === header.length).length / Math.max(1, filled.length)
    const known = hasDocumentHeader(filled)
    // A column name is no half of a quotation or a sentence.
    const plausible = header.every((name) => name.trim().length < 80)
    // "Price, EUR" is one name.
    const spaced = header.slice(1).some((name) => /^ \S/.test(name))
    return { delimiter, known, width: header.length, even: alike > 0.6 && plausible, spaced }
  })
  const rank = ({ known, width, even, spaced }: (typeof tried)[number]) =>
    (known ? 1_000_000 : 0) + (even && width > 1 ? 10_000 : 0) + width - (spaced ? 0.5 : 0)
  return tried.reduce((best, one) => (rank(one) > rank(best) ? one : best)).delimiter
}
