import type { Payload } from 'payload'
import { idOf } from '../../records/content'
import type { Chunk, Release } from '../../../payload-types'
import { rowsById } from '../../database/pages'
import { sha256 } from '../../governance/hash'
import type { ConsideredPassage, ReceiptCitation, ReceiptRecord } from '../parseReceipt'

/** One passage of a receipt, looked up in the database again by its id. */
export interface EvidenceCheck {
  chunkId: string
  releaseId: string
  document: ConsideredPassage['document']
  version: number
  headingPath: string[]
  contentHash: string
  /** The number it was cited with; null when it was only considered. */
  citation: number | null
  /** `identical`: the same bytes, and a part of the text that was signed. */
  state: 'identical' | 'altered' | 'missing'
  /** What is wrong with it, as a sentence; null when nothing is. */
  problem: string | null
}

/**
 * Finds what a receipt rests on in the database, passage by passage and quotation by quotation. Releases and their
 * chunks are never changed, so everything must be there to the byte, whatever was published or embedded since.
 */
export const checkEvidence = async (
  payload: Payload,
  { considered, response: { citations } }: ReceiptRecord,
): Promise<EvidenceCheck[]> => {
  const known = new Set(considered.map(({ chunkId }) => chunkId))
  const passages: Stored[] = [...considered, ...citations.filter(({ chunkId }) => !known.has(chunkId))]
  const [chunks, releases] = await Promise.all([
    rowsById<Chunk>(payload, { collection: 'chunks', ids: passages.map(({ chunkId }) => chunkId) }),
    rowsById<Release>(payload, { collection: 'releases', ids: passages.map(({ releaseId }) => releaseId) }),
  ])
  return passages.map((passage) => {
    const { chunkId, releaseId, document, version, headingPath, contentHash } = passage
    const [chunk, release] = [chunks.get(chunkId), releases.get(releaseId)]
    const cited = citations.filter((citation) => citation.chunkId === chunkId)
    const problem = chunk && release ? alteration({ passage, cited, chunk, release }) : absence(chunk)
    return {
      chunkId,
      releaseId,
      document,
      version,
      headingPath,
      contentHash,
      citation: cited[0]?.number ?? null,
      state: !problem ? 'identical' : chunk && release ? 'altered' : 'missing',
      problem,
    }
  })
}

type Stored = (ConsideredPassage | ReceiptCitation) & { text?: string }

const absence = (chunk: Chunk | undefined): string =>
  `The ${chunk ? 'release' : 'passage'} is not in the database any more.`

const alteration = (o: {
  passage: Stored
  cited: readonly ReceiptCitation[]
  chunk: Chunk
  release: Release
}): string | null => {
  const { passage, cited, chunk, release } = o
  if (sha256(release.text) !== release.textHash)
    return 'The text of the release is not the one that was signed.'
  if (idOf(chunk.release) !== release.id || release.text.slice(chunk.start, chunk.end) !== chunk.text)
    return 'The passage is not a part of its release’s text.'
  // What a receipt of before it was kept does not say cannot be compared.
  if (passage.text && passage.text !== chunk.text) return 'The passage has other words than the receipt.'
  if (passage.contentHash && passage.contentHash !== chunk.contentHash)
    return 'The passage has another hash than in the receipt.'
  const moved = cited.find(({ start, end, quote }) => release.text.slice(start, end) !== quote)
  return moved ? `Quotation ${moved.number} does not stand in the text where it was cited.` : null
}
