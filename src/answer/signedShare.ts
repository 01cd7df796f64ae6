import { stripMarkdown } from './markdown'
import { spanTokens } from './spanTokens'
import type { AnswerResponse } from './schema'

/** How much of an answer a named person signed, in characters of words, numbers and signs. */
export interface SignedShare {
  signed: number
  served: number
}

/** So many words in a row are a quotation wherever they stand; fewer are words that anyone uses. */
export const QUOTED_WORDS = 4

/** What of a signed text a sentence may quote: the text, and its parts that may be quoted alone. */
export interface SignedSource {
  tokens: readonly string[]
  /** Counts as quoted only as a whole: a heading, a cell of a table. */
  whole: boolean
}

/**
 * The share of what a customer was served that stands in the signed texts that it cites: quotations count whole, the words
 * between them, standing sentences and what a model worded itself count nothing. Marks of citations are neither.
 */
export function signedShareOf(response: AnswerResponse): SignedShare {
  const served = charactersIn(spanTokens(withoutMarks(response.message)))
  // A refusal in a text's words quotes too.
  if (response.outcome !== 'answered' && response.outcome !== 'refused') return { signed: 0, served }
  const { sentences = [], citations = [] } = response
  const quoted = response.outcome === 'refused' || response.mode === 'quoted'
  const signed = sentences.map(({ text, citations: numbers }) => {
    const cited = citations.filter(({ number }) => numbers.includes(number))
    const sources = cited.flatMap(({ quote, headingPath }) =>
      sourcesIn({ texts: [quote], headings: headingPath, quoted }),
    )
    return signedIn(spanTokens(text), sources)
  })
  return { signed: Math.min(served, sum(signed)), served }
}

/** What may be quoted of texts and of the headings above them. In generated answers single cells and headings prove nothing. */
export function sourcesIn({
  texts,
  headings,
  quoted,
}: {
  texts: readonly string[]
  headings: readonly string[]
  quoted: boolean
}): SignedSource[] {
  const all = texts.flatMap((text) => [text, stripMarkdown(text)])
  const parts = quoted ? [...texts.flatMap(cells), ...headings] : []
  return [
    ...all.map((text) => ({ tokens: spanTokens(text), whole: false })),
    ...(quoted ? all : []).map((text) => ({ tokens: spanTokens(text), whole: true })),
    ...parts.map((text) => ({ tokens: spanTokens(stripMarkdown(text)), whole: true })),
  ].filter(({ tokens }) => tokens.length > 0)
}

const cells = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.trim().startsWith('|') ? line.split(/(?<!\\)\|/) : []))

/** Characters of the tokens that lie in a quotation: from each place the longest run that a source holds. */
function signedIn(tokens: readonly string[], sources: readonly SignedSource[]): number {
  const signed = tokens.map(() => false)
  for (let from = 0; from < tokens.length; from++) {
    const length = Math.max(0, ...sources.map((source) => runAt(tokens, from, source)))
    signed.fill(true, from, from + length)
  }
  return charactersIn(tokens.filter((_, i) => signed[i]))
}

/** How many tokens from a place on stand in a source in this order; none where too few to be a quotation. */
function runAt(tokens: readonly string[], from: number, { tokens: source, whole }: SignedSource): number {
  if (whole) return source.every((token, i) => tokens[from + i] === token) ? source.length : 0
  let best = 0
  for (let at = 0; at < source.length; at++) {
    let length = 0
    while (from + length < tokens.length && source[at + length] === tokens[from + length]) length++
    best = Math.max(best, length)
  }
  return best >= QUOTED_WORDS ? best : 0
}

/** A message without the marks of its citations. */
export function withoutMarks(message: string): string {
  return message.replaceAll(/\s?(?:\[\d{1,3}\])+/g, '')
}

/** How many characters the tokens have. */
export function charactersIn(tokens: readonly string[]): number {
  return sum(tokens.map((token) => Array.from(token).length))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** The header that tells it of one answer: three digits after the point. */
export function signedShareHeader(response: AnswerResponse): Record<string, string> {
  const { signed, served } = signedShareOf(response)
  return { 'vouch-signed-share': served ? (signed / served).toFixed(3) : '0.000' }
}
