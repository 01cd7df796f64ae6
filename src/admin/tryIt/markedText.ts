/** A stretch of a passage; `number` is the citation that it is, null for what stands between. */
export interface Stretch {
  text: string
  number: number | null
  /** Where it begins in the passage. */
  from: number
}

/**
 * A passage's text cut into what is cited and what is not, in order. Citations point into the release; the passage
 * begins at `start` of it. Where two overlap, the earlier one has the words.
 */
export const markedText = (
  { chunkId, text, start }: { chunkId: string; text: string; start: number },
  citations: readonly { number: number; chunkId: string; start: number; end: number }[],
): Stretch[] => {
  const spans = citations
    .filter((citation) => citation.chunkId === chunkId)
    .map(({ number, ...span }) => ({ number, start: span.start - start, end: span.end - start }))
    .toSorted((a, b) => a.start - b.start)
  const stretches: Stretch[] = []
  let at = 0
  for (const { number, start: begin, end } of spans) {
    const from = Math.max(begin, at)
    if (end <= from) continue
    if (from > at) stretches.push({ text: text.slice(at, from), number: null, from: at })
    stretches.push({ text: text.slice(from, end), number, from })
    at = end
  }
  if (at < text.length) stretches.push({ text: text.slice(at), number: null, from: at })
  return stretches
}
