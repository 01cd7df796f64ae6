/** An answer with what it cites, and the passages that the citations point into. */
interface Quoting {
  sentences: readonly { text: string; citations: readonly number[] }[]
  citations: readonly {
    number: number
    chunkId: string
    quote: string
    /** Title and headings over the quote, which may be said before it. */
    headingPath?: readonly string[]
    document?: { title: string }
  }[]
  /** A lead-in or a table's header row may stand in another passage of the same text. */
  passages: readonly { chunkId: string; text: string; releaseText?: string }[]
  /** Whether the sentences are the texts' own words; else a language model put them. */
  verbatim: boolean
}

/**
 * Share of the sentences that their citations support: each cited quote stands in its passage letter for letter, and
 * every word of the sentence, as often as it is said, stands in those quotes or the headings over the first; of a sentence in other words, every figure
 * does. Written apart from what grounds answers in `src/answer`, so that neither hides the other's mistake. Null without
 * sentences.
 */
export const groundedShare = ({ sentences, citations, passages, verbatim }: Quoting): number | null => {
  if (sentences.length === 0) return null
  const quoteOf = new Map(citations.map((citation) => [citation.number, standsInPassage(citation, passages)]))
  const supported = sentences.filter(({ text, citations: numbers }) => {
    const quotes = numbers.map((number) => quoteOf.get(number) ?? null)
    const said = verbatim ? wordsOf(text) : wordsOf(text).filter((word) => /\p{N}/u.test(word))
    const first = citations.find(({ number }) => number === numbers[0])
    const headings = [first?.document?.title ?? '', ...(first?.headingPath ?? [])]
    return (
      numbers.length > 0 &&
      !quotes.includes(null) &&
      areAmong(said, wordsOf([...headings, ...quotes].join(' ')))
    )
  })
  return supported.length / sentences.length
}

/** The quote, or null when the passage does not hold it. */
const standsInPassage = (
  { chunkId, quote }: Quoting['citations'][number],
  passages: Quoting['passages'],
): string | null =>
  passages.some(
    (passage) => passage.chunkId === chunkId && (passage.releaseText ?? passage.text).includes(quote),
  )
    ? quote
    : null

/** Each word at least as often. */
const areAmong = (words: readonly string[], given: readonly string[]): boolean => {
  const left = new Map<string, number>()
  for (const word of given) left.set(word, (left.get(word) ?? 0) + 1)
  return words.every((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  })
}

/** Marks of Markdown stand between letters and mean nothing; nor does the capital with which a cell begins. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[*_~`\\]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
