import type { Payload } from 'payload'
import type { Approval, Chunk, Release, User } from '../../../payload-types'
import { sha256 } from '../../governance/hash'
import type { ReceiptCitation } from '../../commands/parseReceipt'

/** A citation with the records that stand behind it. */
export interface Evidence {
  citation: ReceiptCitation
  /** Null when the release cannot be found. */
  release: (Release & { publishedBy: User | string }) | null
  approvals: Approval[]
  before: string
  quote: string
  after: string
  /** Whether the release’s text still has the hash it was signed with, and holds the quotation at its place. */
  intact: boolean
}

/** Reads the releases, passages and signatures behind a receipt’s citations. */
export const readEvidence = async (
  payload: Payload,
  citations: readonly ReceiptCitation[],
): Promise<Evidence[]> => {
  const [releases, chunks] = await Promise.all([
    findByIds<Release>(
      payload,
      'releases',
      citations.map(({ releaseId }) => releaseId),
      2,
    ),
    findByIds<Chunk>(
      payload,
      'chunks',
      citations.map(({ chunkId }) => chunkId),
      0,
    ),
  ])
  return citations.map((citation) =>
    evidenceOf(citation, releases.get(citation.releaseId) ?? null, chunks.get(citation.chunkId) ?? null),
  )
}

const evidenceOf = (citation: ReceiptCitation, release: Release | null, chunk: Chunk | null): Evidence => {
  const text = release?.text ?? ''
  const { start, end, quote } = citation
  const from = chunk?.start ?? start
  const to = chunk?.end ?? end
  return {
    citation,
    release,
    approvals: (release?.approvals ?? []).filter((approval) => typeof approval === 'object'),
    before: text.slice(from, start),
    quote,
    after: text.slice(end, to),
    intact: release !== null && sha256(text) === release.textHash && text.slice(start, end) === quote,
  }
}

const findByIds = async <Row extends { id: string }>(
  payload: Payload,
  collection: 'releases' | 'chunks',
  ids: readonly string[],
  depth: number,
): Promise<Map<string, Row>> => {
  if (!ids.length) return new Map()
  const { docs } = await payload.find({
    collection,
    where: { id: { in: [...new Set(ids)] } },
    depth,
    pagination: false,
  })
  return new Map(docs.map((row) => [row.id, row as unknown as Row]))
}
