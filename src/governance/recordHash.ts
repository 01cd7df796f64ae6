import canonicalize from 'canonicalize'
import type { Care } from './care'
import { sha256 } from './hash'

/**
 * Hashes of records, kept in the audit chain when a record is made, so that a record that was altered afterwards no
 * longer matches what the chain says of it. Instants are ISO 8601, relations ids.
 */
const hashOf = (record: object): string => sha256(canonicalize(record) ?? '')

export interface ApprovalRecord {
  id: string
  documentCollection: string
  documentId: string
  version: number
  contentHash: string
  decision: string
  approver: string
  onBehalfOf: string | null
  approverRoles: readonly string[]
  groups: readonly string[]
  audience: string | null
  effectiveFrom: string | null
  expiresAt: string | null
  comment: string | null
  care?: Care | null
  /** Of the report that lay before the approver. */
  reportHash?: string | null
  /** Why what the report found in conflict may stand. */
  waivers?: readonly object[] | null
}

export const approvalHashOf = (approval: ApprovalRecord): string =>
  hashOf({
    id: approval.id,
    documentCollection: approval.documentCollection,
    documentId: approval.documentId,
    version: approval.version,
    contentHash: approval.contentHash,
    decision: approval.decision,
    approver: approval.approver,
    onBehalfOf: approval.onBehalfOf,
    approverRoles: approval.approverRoles.toSorted(),
    groups: approval.groups.toSorted(),
    audience: approval.audience,
    effectiveFrom: approval.effectiveFrom,
    expiresAt: approval.expiresAt,
    comment: approval.comment,
    // Left out where it was not signed, as in records from before it was.
    ...(approval.care && { care: { ...approval.care } }),
    ...(approval.reportHash && { reportHash: approval.reportHash }),
    ...(approval.waivers?.length && { waivers: approval.waivers }),
  })

export interface ReleaseRecord {
  id: string
  documentCollection: string
  documentId: string
  version: number
  sequence: number
  contentHash: string
  textHash: string
  approvals: readonly string[]
  authors: readonly string[]
  publishedBy: string
  chunker: string
  care?: Care | null
}

/** What never moves of a release; its title, audience, tier, topic and dates are in its content hash. */
export const releaseHashOf = (release: ReleaseRecord): string =>
  hashOf({
    id: release.id,
    documentCollection: release.documentCollection,
    documentId: release.documentId,
    version: release.version,
    sequence: release.sequence,
    contentHash: release.contentHash,
    textHash: release.textHash,
    approvals: release.approvals.toSorted(),
    authors: release.authors.toSorted(),
    publishedBy: release.publishedBy,
    chunker: release.chunker,
    ...(release.care && { care: { ...release.care } }),
  })

export interface ChunkRecord {
  id: string
  contentHash: string
  start: number
  end: number
}

/** Over all chunks of a release, so that one that is missing is noticed too. */
export const chunksHashOf = (chunks: readonly ChunkRecord[]): string =>
  hashOf(
    chunks
      .map(({ id, contentHash, start, end }) => [id, contentHash, start, end] as const)
      .toSorted((a, b) => a[2] - b[2] || a[0].localeCompare(b[0])),
  )
