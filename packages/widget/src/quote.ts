/** A row of a Markdown table: what stands between its bars. */
const CELLS = /^\s*\|(.*)\|\s*$/

/** What Markdown puts before a line: a heading, a list, a quotation. */
const LEADING = /^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?)/

/** Emphasis and code around words; a star or a line between figures and inside words is left. */
const AROUND_WORDS = /(?<![\p{L}\p{N}\\])(\*{1,3}|_{1,3}|~~|`)(?=\S)(.+?)(?<=[^\s\\])\1(?![\p{L}\p{N}])/gu

const LINK = /!?\[([^\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g

const ESCAPED = /\\([!-/:-@[-`{-~])/g

/**
 * What was quoted, as a customer reads it: the words of the text without the marks of its Markdown. The API keeps the quotation
 * to the byte; this is what is shown of it. Pure.
 */
export function readableQuote(quote: string): string {
  return quote
    .split('\n')
    .map(readableLine)
    .filter((line) => line !== '')
    .join('\n')
}

function readableLine(line: string): string {
  const row = CELLS.exec(line)
  if (!row) return withoutMarks(line.replace(LEADING, ''))
  const cells = row[1]!.split(/(?<!\\)\|/).map(withoutMarks)
  // The line under a table's head says nothing.
  return cells.every((cell) => /^:?-*:?$/.test(cell)) ? '' : cells.filter(Boolean).join(' · ')
}

const withoutMarks = (words: string): string => {
  let before
  let after = words.replace(LINK, '$1')
  do {
    before = after
    after = after.replace(AROUND_WORDS, '$2')
  } while (after !== before)
  return after.replace(ESCAPED, '$1').trim()
}
