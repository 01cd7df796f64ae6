import { sectionSteps } from '../ingestion/blocks'
import { jaccard, shingles, wordsOf } from '../ingestion/duplicates'
import type { SourceDocument } from '../ingestion/types'
import { atOnce } from '../src/markdown/turns'

/** How alike the same text is, read from two formats. Shares are between 0 and 1. */
export interface FormatPair {
  a: string
  b: string
  /** Sørensen-Dice of the words, each as often as it stands there. */
  words: number
  /** Jaccard of five-word shingles, so that order counts. */
  shingles: number
  /** Jaccard of the heading paths, the title among them. */
  sections: number
}

/** Every pair of the documents given, which should all be one text. */
export const formatSimilarity = (documents: readonly SourceDocument[]): FormatPair[] =>
  documents.flatMap((a, i) =>
    documents.slice(i + 1).map((b) => ({
      a: a.key,
      b: b.key,
      words: dice(wordsOf(a.markdown), wordsOf(b.markdown)),
      shingles: jaccard(shingles(a.markdown), new Set(shingles(b.markdown))),
      sections: jaccard(headingsOf(a), new Set(headingsOf(b))),
    })),
  )

const headingsOf = ({ title, markdown }: SourceDocument): string[] => [
  ...new Set(atOnce(sectionSteps(markdown)).map(({ headingPath }) => [title, ...headingPath].join(' > '))),
]

function dice(a: string[], b: string[]): number {
  const left = new Map<string, number>()
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of a) {
    const count = left.get(word) ?? 0
    if (count > 0) common++
    left.set(word, count - 1)
  }
  return a.length + b.length === 0 ? 0 : Math.round(((2 * common) / (a.length + b.length)) * 1e4) / 1e4
}
