import type { RankedPassage } from '../retrieval/types'
import { selectUnits, type Selected } from './select'
import { stripMarkdown } from './markdown'
import type { Citation, Sentence } from './types'

/** What stands between a table's header row and the row that is quoted. */
export const HEADER_LINK = ' — '

export interface Quotation {
  sentences: Sentence[]
  citations: Citation[]
}

/**
 * Quotes the spans of `passages` (best first) that answer `question`: each sentence is a span of the release's text
 * with its Markdown taken out for display, each citation's `quote` is the span itself.
 */
export const compose = (input: {
  question: string
  passages: readonly RankedPassage[]
  locale: string
}): Quotation => {
  const citations: Citation[] = []
  const sentences: Sentence[] = []
  for (const { passage, spans, headings, headingPath } of withContextOnce(selectUnits(input))) {
    const cited = spans.map((span) => citationOf({ passage, span, headingPath, number: 0 }))
    const quoted = linked(spans.map(({ start, end }) => stripMarkdown(passage.text.slice(start, end))))
    if (quoted.trim() === '') continue
    const text = underHeadings(headings, quoted)
    const numbers = cited.map((citation) => numberOf(citations, citation))
    sentences.push({ text: text.trim(), citations: numbers })
  }
  return { sentences, citations }
}

/** A header row or lead-in is said once, not before each row or item of the same table or list. */
const withContextOnce = (selected: readonly Selected[]): Selected[] => {
  const said = new Set<string>()
  let before: string | null = null
  return selected.map(({ passage, spans, headings, headingPath }) => {
    const fresh = spans.filter(
      ({ start }, i) => i === spans.length - 1 || !said.has(`${passage.chunkId} ${start}`),
    )
    for (const { start } of spans) said.add(`${passage.chunkId} ${start}`)
    // A heading holds until another one is said.
    const under = `${passage.releaseId} ${headings.join('\n')}`
    const isSaid = under === before
    before = under
    return { passage, spans: fresh, headingPath, headings: isSaid ? [] : headings }
  })
}

/** “Not included: Loss and theft.” A heading that asks or ends in a mark of its own keeps it. */
export const underHeadings = (headings: readonly string[], text: string): string =>
  [...headings.map((heading) => (/[.?!:]$/.test(heading) ? heading : `${heading}:`)), text].join(' ')

/** A list's lead-in runs on into its item; a table's header row is set off from the row. */
const linked = (parts: readonly string[]): string =>
  parts.reduce((before, part) =>
    before.endsWith(':') ? `${before} ${part}` : `${before}${HEADER_LINK}${part}`,
  )

const citationOf = (o: {
  passage: RankedPassage
  span: { start: number; end: number }
  headingPath: string[]
  number: number
}): Citation => {
  const { passage, span } = o
  return {
    number: o.number,
    document: passage.document,
    version: passage.version,
    releaseId: passage.releaseId,
    chunkId: passage.chunkId,
    headingPath: o.headingPath,
    quote: passage.text.slice(span.start, span.end),
    start: passage.start + span.start,
    end: passage.start + span.end,
    contentHash: passage.contentHash,
    validFrom: passage.validFrom,
  }
}

/** The number of an equal citation that is already listed, else of this one, added. */
const numberOf = (citations: Citation[], citation: Citation): number => {
  const same = citations.find(
    ({ chunkId, start, end }) =>
      chunkId === citation.chunkId && start === citation.start && end === citation.end,
  )
  if (same) return same.number
  const number = citations.length + 1
  citations.push({ ...citation, number })
  return number
}
