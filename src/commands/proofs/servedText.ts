import { stripMarkdown } from '../../answer/markdown'
import { withoutMarks } from '../../answer/signedShare'
import { spanTokens, tokenLine } from '../../answer/spanTokens'

/** What a receipt says was served. */
export interface Served {
  message: string
  sentences: readonly { text: string; citations: readonly number[] }[]
  options: readonly string[]
}

/** Where a span was found in what was served: the words, and the numbers of the citations behind them. */
export interface FoundSpan {
  text: string
  citations: number[]
}

/**
 * Finds spans, as `tokenLine` writes them, in one answer: in a sentence, in the sentences one after the other, in the message
 * as it was shown, or in what there was to choose from.
 */
export function findSpans(served: Served, lines: readonly string[]): (FoundSpan | null)[] {
  const pieces = piecesOf(served).map(({ text, citations }) => ({
    text,
    citations,
    line: tokenLine(spanTokens(text)),
  }))
  return lines.map((line) => {
    const found = pieces.find((piece) => piece.line.includes(line))
    return found ? { text: found.text, citations: found.citations } : null
  })
}

/** The shortest first, so that a span is found where it was said. */
function piecesOf({ message, sentences, options }: Served): FoundSpan[] {
  const all = [...new Set(sentences.flatMap(({ citations }) => citations))]
  const said = sentences.map(({ text, citations }) => ({ text, citations: [...citations] }))
  const shown = withoutMarks(message)
  const pieces = [
    ...said,
    ...options.map((text) => ({ text, citations: [] })),
    { text: said.map(({ text }) => text).join(' '), citations: all },
    { text: shown, citations: all },
    { text: message, citations: all },
  ]
  // As it reads on a page: a link is its words.
  return [...pieces, ...pieces.map(({ text, citations }) => ({ text: stripMarkdown(text), citations }))]
}
