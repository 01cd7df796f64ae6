import type { Payload } from 'payload'
import type { AuditLog } from '../../../payload-types'
import { breaksAt, type ChainHead, type StoredAuditRow } from '../../governance/auditChain'
import type { Verifying } from './break'
import { claimsFrom, noClaims, type AuditClaims } from './claims'
import { pagesOf } from '../../database/pages'

export interface AuditTrail {
  rows: number
  head: ChainHead
  claims: AuditClaims
}

/** Walks the whole audit chain, names its breaks, and collects what it says of approvals and releases. */
export const walkAuditTrail = async (
  { payload, report, onProgress }: Verifying,
  expectHead: ChainHead,
): Promise<AuditTrail> => {
  const total = await countRows(payload)
  const trail: AuditTrail = { rows: 0, head: null, claims: noClaims() }
  let expectedSeen = !expectHead
  for await (const page of pagesOf<AuditLog>(payload, { collection: 'audit-log', by: 'seq' })) {
    for (const stored of page) {
      const row = toAuditRow(stored)
      for (const { seq, message } of breaksAt(trail.head, row))
        report({ kind: 'audit', id: String(seq), message })
      if (row.seq === expectHead?.seq && row.hash === expectHead.hash) expectedSeen = true
      claimsFrom(row, trail.claims)
      trail.head = { seq: row.seq, hash: row.hash }
      trail.rows++
    }
    onProgress('audit log', trail.rows, total)
  }
  if (!expectedSeen && expectHead)
    report({
      kind: 'audit',
      id: String(expectHead.seq),
      message: `Audit row No. ${expectHead.seq} with the hash ${expectHead.hash} is not in the audit log, which ends at No. ${trail.head?.seq ?? 0}: rows were cut off its end, or replaced.`,
    })
  return trail
}

/** The last row of the audit chain; null while it is empty. */
export const auditHead = async (payload: Payload): Promise<ChainHead> => {
  const { docs } = await payload.db.find<AuditLog>({
    collection: 'audit-log',
    sort: '-seq',
    limit: 1,
    pagination: false,
    req: {},
  })
  return docs[0] ? { seq: docs[0].seq, hash: docs[0].hash } : null
}

const countRows = async (payload: Payload): Promise<number> =>
  (await payload.db.count({ collection: 'audit-log', req: {} })).totalDocs

const toAuditRow = (row: AuditLog): StoredAuditRow => ({
  ...row,
  title: row.title ?? null,
  detail: row.detail ?? null,
  previousHash: row.previousHash ?? null,
})
