import { headingsToSay } from './headings'
import { readByWords } from './reader/words/read'
import type { Reading } from './reader/types'
import { selectUnits } from './select'
import { termsOf } from './terms'
import type { Citation, Sentence } from './types'
import { columnsAsked, sayRow } from './units/cells'
import { sliceOf, type PlacedUnit } from './units/placedUnits'
import type { Span } from './units/types'
import type { RankedPassage } from '../retrieval/types'

export interface Quotation {
  sentences: Sentence[]
  citations: Citation[]
}

/**
 * Quotes the spans of `passages` (best first) that answer `question`: each sentence says a span of the release's text,
 * after what must be said with it and with its Markdown taken out; each citation's `quote` is a span itself.
 */
export const compose = (input: {
  question: string
  passages: readonly RankedPassage[]
  locale: string
  /** What a reader made of the passages; the words are read where there is none. */
  reading?: Reading
}): Quotation => {
  const reading = input.reading ?? readByWords({ ...input, vectors: null })
  const citations: Citation[] = []
  const sentences: Sentence[] = []
  const said = new Said()
  const asked = termsOf(input.question, input.locale)
  for (const placed of selectUnits({ ...input, reading })) {
    const { headings, leads } = said.still(placed)
    const parts = [...leads.map((i) => placed.leads[i] ?? ''), saidOf(placed, asked, input.locale)]
    const numbers = spansOf(placed, leads).map((span) => numberOf(citations, citationOf(placed, span)))
    sentences.push({ text: underHeadings(headings, parts.join(' ')), citations: [...new Set(numbers)] })
  }
  return { sentences, citations }
}

/** A unit's words; of a row that tells of several things, what it says of those that are asked for. */
function saidOf(placed: PlacedUnit, asked: ReadonlySet<string>, locale: string): string {
  const { unit, passage, text, leads } = placed
  const header = unit.kind === 'row' ? unit.leads[leads.length] : undefined
  if (!header) return text
  const columns = sliceOf(passage, header)
  const only = columnsAsked(columns, asked, (name) => termsOf(name, locale))
  return only ? sayRow(columns, sliceOf(passage, unit), only) : text
}

/** What was said in this answer already: headings hold until others are said, a lead-in holds for its whole list. */
class Said {
  #under: string | null = null
  readonly #spans = new Set<string>()

  /** The headings and the lead-ins, by their places, that must still be said before a unit. */
  still(placed: PlacedUnit): { headings: string[]; leads: number[] } {
    const { passage, unit } = placed
    const key = ({ start, end }: Span) => `${passage.releaseId} ${start} ${end}`
    const headings = headingsToSay(passage, placed)
    const under = `${passage.releaseId} ${headings.join('\n')}`
    const isUnder = under === this.#under
    this.#under = under
    const leads = placed.leads.flatMap((_, i) => {
      const span = unit.leads[i]
      return span && isUnder && this.#spans.has(key(span)) ? [] : [i]
    })
    for (const span of [...unit.leads, unit]) this.#spans.add(key(span))
    return { headings: isUnder ? [] : headings, leads }
  }
}

/** The spans that a sentence rests on: lead-ins, a table's header row, and the unit. */
function spansOf({ unit, leads }: PlacedUnit, said: readonly number[]): Span[] {
  const header = unit.leads.slice(leads.length)
  return [...said.flatMap((i) => unit.leads[i] ?? []), ...header, { start: unit.start, end: unit.end }]
}

/** “Not included: Loss and theft.” A heading that asks or ends in a mark of its own keeps it. */
export const underHeadings = (headings: readonly string[], text: string): string =>
  [...headings.map((heading) => (/[.?!:]$/.test(heading) ? heading : `${heading}:`)), text].join(' ')

const citationOf = ({ passage, headingPath }: PlacedUnit, { start, end }: Span): Citation => ({
  number: 0,
  document: passage.document,
  version: passage.version,
  releaseId: passage.releaseId,
  chunkId: passage.chunkId,
  headingPath,
  quote: sliceOf(passage, { start, end }),
  start,
  end,
  contentHash: passage.contentHash,
  validFrom: passage.validFrom,
})

/** The number of an equal citation that is already listed, else of this one, added. */
export const numberOf = (citations: Citation[], citation: Citation): number => {
  const same = citations.find(
    ({ releaseId, start, end }) =>
      releaseId === citation.releaseId && start === citation.start && end === citation.end,
  )
  if (same) return same.number
  const number = citations.length + 1
  citations.push({ ...citation, number })
  return number
}
