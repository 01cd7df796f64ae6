import type { Quotation } from '../compose'
import type { Citation } from '../types'
import { sliceOf } from '../units/placedUnits'
import type { Grounded } from './ground'

/** Grounded sentences as an answer's, each citing the exact spans of signed text that it rests on. */
export const cite = (grounded: readonly Grounded[]): Quotation => {
  const citations: Citation[] = []
  const sentences = grounded.map(({ text, evidence }) => {
    const numbers = evidence.flatMap(({ passage, spans }) =>
      spans.map(({ start, end }) => {
        const { document, version, releaseId, chunkId, headingPath, contentHash, validFrom } = passage
        const at = { start, end }
        const same = citations.find((c) => c.chunkId === chunkId && c.start === at.start && c.end === at.end)
        if (same) return same.number
        const quote = sliceOf(passage, at)
        const number = citations.length + 1
        citations.push({
          number,
          document,
          version,
          releaseId,
          chunkId,
          headingPath,
          quote,
          ...at,
          contentHash,
          validFrom,
        })
        return number
      }),
    )
    return { text, citations: [...new Set(numbers)] }
  })
  return { sentences, citations }
}
