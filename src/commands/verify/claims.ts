import type { StoredAuditRow } from '../../governance/auditChain'
import type { SealedBatch } from '../../governance/recordSeal'
import { VERIFY_ACCEPTED } from '../../records/putAside'

/** What the audit log says of the records that were made, so that each record can be held against it. */
export interface AuditClaims {
  /** By the approval's id. */
  approvals: Map<string, { seq: number; actor: string; decision: string; hash: string; title: string }>
  /** By the release's id, as are the rest. */
  published: Map<string, PublishClaim>
  activated: Map<string, { seq: number; validFrom: string }>
  /** Withdrawn or unscheduled. */
  ended: Map<string, { seq: number; withdrawnAt: string | null }>
  /** Topics that exist no longer, and the number of the row that says so. */
  deletedTopics: Map<string, number>
  /** Seals that were gathered into the chain, by the number of the row that did. */
  batches: Map<number, SealedBatch>
  /** Breaks that an admin has looked at and accepted, as `kind id message`. */
  accepted: Set<string>
}

/** The action of a row that seals a batch of records. */
export const SEALED = 'records.sealed'

export interface PublishClaim {
  seq: number
  at: string
  title: string
  version: number
  releaseHash: string
  chunks: number
  chunksHash: string
}

export const noClaims = (): AuditClaims => ({
  approvals: new Map(),
  published: new Map(),
  activated: new Map(),
  ended: new Map(),
  deletedTopics: new Map(),
  batches: new Map(),
  accepted: new Set(),
})

interface Detail {
  version?: number
  approvalId?: string
  approvalHash?: string
  releaseId?: string
  releaseHash?: string
  chunks?: number
  chunksHash?: string
  validFrom?: string
  releases?: string[]
  withdrawnAt?: string
  batch?: SealedBatch
  accepted?: string[]
}

const DECISIONS: Record<string, string> = {
  'document.approve': 'approved',
  'document.request_changes': 'changes_requested',
}

/** Adds what one row says. The first row about a record counts: it was written with the record. */
export const claimsFrom = (row: StoredAuditRow, claims: AuditClaims): void => {
  const detail = (row.detail ?? {}) as Detail
  const { seq, at, action, actor } = row
  const title = row.title ?? row.subjectId
  const decision = DECISIONS[action]
  if (decision && detail.approvalId)
    keep(claims.approvals, detail.approvalId, {
      seq,
      actor,
      decision,
      hash: detail.approvalHash ?? '',
      title,
    })
  if (action === 'document.publish' && detail.releaseId)
    keep(claims.published, detail.releaseId, {
      seq,
      at,
      title,
      version: detail.version ?? 0,
      releaseHash: detail.releaseHash ?? '',
      chunks: detail.chunks ?? 0,
      chunksHash: detail.chunksHash ?? '',
    })
  if ((action === 'release.activated' || action === 'release.scheduled') && detail.releaseId)
    keep(claims.activated, detail.releaseId, { seq, validFrom: detail.validFrom ?? '' })
  if (action === 'document.withdraw' || action === 'document.unschedule')
    for (const id of detail.releases ?? [])
      keep(claims.ended, id, { seq, withdrawnAt: detail.withdrawnAt ?? null })
  if (action === SEALED && detail.batch) claims.batches.set(seq, detail.batch)
  if (action === VERIFY_ACCEPTED) for (const each of detail.accepted ?? []) claims.accepted.add(each)
  if (action === 'topic.deleted') keep(claims.deletedTopics, row.subjectId, seq)
}

const keep = <Value>(map: Map<string, Value>, id: string, value: Value): void => {
  if (!map.has(id)) map.set(id, value)
}
