import { underHeadings, type Quotation } from './compose'
import { stripMarkdown } from './markdown'
import type { Citation, Sentence } from './types'
import { columnChoices, sayRow } from './units/cells'
import { sayUnit } from './units/placedUnits'

/**
 * Keeps the sentences whose words all stand in the spans that they cite, and the citations still used, numbered anew.
 * Comparison is after taking out Markdown and folding white space. Nothing left means that nothing may be said.
 */
export const ground = ({ sentences, citations }: Quotation): Quotation => {
  const supported = sentences.filter((sentence) => isSupported(sentence, citations))
  const used = new Set(supported.flatMap((sentence) => sentence.citations))
  const kept = citations.filter(({ number }) => used.has(number))
  const renumbered = new Map(kept.map(({ number }, i) => [number, i + 1]))
  return {
    sentences: supported.map(({ text, citations: numbers }) => ({
      text,
      citations: numbers.flatMap((number) => renumbered.get(number) ?? []),
    })),
    citations: kept.map((citation, i) => Object.assign({}, citation, { number: i + 1 })),
  }
}

const isSupported = ({ text, citations: numbers }: Sentence, citations: readonly Citation[]): boolean => {
  const cited = numbers.map((number) => citations.find((citation) => citation.number === number))
  if (cited.length === 0 || text.trim() === '' || cited.includes(undefined)) return false
  const quotes = cited.map((citation) => citation?.quote ?? '')
  const said = fold(text)
  // Headings stand in the release too, before the chunk that is cited.
  const [first] = cited
  const prefixes = headingPrefixes(first ? [first.document.title, ...first.headingPath] : [])
  return waysToSay(quotes).some((way) => {
    const quoted = fold(way)
    return prefixes.some((prefix) => said.startsWith(prefix) && quoted.includes(said.slice(prefix.length)))
  })
}

/** The quotes one after the other; a table's row with the names of its columns, a step with its number. */
function waysToSay(quotes: readonly string[]): string[] {
  const leads = (count: number) => quotes.slice(0, -count).map(stripMarkdown)
  const [header, last = ''] = quotes.slice(-2).length === 2 ? quotes.slice(-2) : [null, quotes.at(-1)]
  const ways = [
    [...leads(1), stripMarkdown(last)],
    [...leads(1), sayUnit({ kind: 'step', markdown: last, header: null })],
  ]
  if (isRow(last)) {
    ways.push([...leads(1), sayRow(null, last)])
    if (header !== null && header !== undefined && isRow(header))
      for (const only of [undefined, ...columnChoices(header)])
        ways.push([...leads(2), sayRow(header, last, only)])
  }
  return ways.map((parts) => parts.join(' '))
}

const isRow = (quote: string): boolean => quote.trimStart().startsWith('|')

/** Each way in which headings of a path may be said before a quotation; none of them too. */
const headingPrefixes = (path: readonly string[]): string[] => {
  const ways: string[][] = [[]]
  for (const heading of path) for (const way of ways.slice()) ways.push([...way, heading])
  return ways.map((way) => (way.length ? `${fold(underHeadings(way, ''))} ` : ''))
}

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()
