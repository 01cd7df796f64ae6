import type { RankedPassage } from '../../retrieval/types'
import { stripMarkdown } from '../markdown'
import { rarityOf, termsOf, weightedCoverage } from '../terms'
import type { Evidence } from './evidence'
import { piecesOf } from './pieces'

/** A span of signed text that the answer was found in. */
export interface Found {
  chunkId: string
  quote: string
}

/** Of what the best piece of text has of the question, what a sentence's evidence must have. */
const SHARE = 0.5

/**
 * Tells whether a sentence's evidence bears on the question: it is what the question's answer was found in, or has half as
 * much of the question as the piece of text that has the most. A rare word of the question weighs more, and one that all of
 * the texts hold next to nothing: every sentence of a page on returns is “about returns”.
 */
export function bearingOn(o: {
  question: string
  passages: Iterable<RankedPassage>
  found: readonly Found[]
}): (evidence: readonly Evidence[]) => boolean {
  const pieces = [...o.passages].flatMap(({ text, locale, headingPath }) =>
    piecesOf(text, locale).map((piece) => termsOf(`${headingPath.join(' ')} ${piece}`, locale)),
  )
  const found = o.found.map(({ chunkId, quote }) => ({ chunkId, quote: stripMarkdown(quote) }))
  const measures = new Map<string, Measure>()
  const measureIn = (locale: string): Measure => {
    const known = measures.get(locale) ?? createMeasure(termsOf(o.question, locale), pieces)
    measures.set(locale, known)
    return known
  }
  return (evidence) => {
    const [first] = evidence
    if (!first) return false
    if (evidence.some((each) => isFound(each, found))) return true
    const { locale, headingPath } = first.passage
    const { share, most } = measureIn(locale)
    const own = termsOf(`${headingPath.join(' ')} ${evidence.map(({ text }) => text).join(' ')}`, locale)
    return share(own) >= SHARE * most
  }
}

interface Measure {
  /** How much of the question these terms have, 0 to 1. */
  share: (terms: ReadonlySet<string>) => number
  most: number
}

const createMeasure = (wanted: ReadonlySet<string>, pieces: readonly ReadonlySet<string>[]): Measure => {
  const weights = rarityOf(wanted, pieces)
  const share = (terms: ReadonlySet<string>) => weightedCoverage(weights, terms)
  return { share, most: Math.max(0, ...pieces.map(share)) }
}

const isFound = ({ passage, text }: Evidence, found: readonly Found[]): boolean =>
  found.some(
    ({ chunkId, quote }) => chunkId === passage.chunkId && (text.includes(quote) || quote.includes(text)),
  )
