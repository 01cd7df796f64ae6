import type { Payload } from 'payload'
import type { AuditLog } from '../../../payload-types'
import {
  breaksAt,
  placeAfter,
  type ChainHead,
  type ChainPlace,
  type StoredAuditRow,
} from '../../governance/auditChain'
import { auditKeysOf } from '../../records/auditKeys'
import type { Verifying } from './break'
import { claimsFrom, noClaims, type AuditClaims } from './claims'
import { pagesOf } from '../../database/pages'

export interface AuditTrail {
  rows: number
  head: ChainHead
  claims: AuditClaims
}

/** Walks the whole audit chain, names its breaks, and collects what it says of the records that are held against it. */
export const walkAuditTrail = async (
  { payload, report, onProgress }: Verifying,
  expectHeads: readonly NonNullable<ChainHead>[],
): Promise<AuditTrail> => {
  const total = await countRows(payload)
  const { find } = auditKeysOf(payload)
  const trail: AuditTrail = { rows: 0, head: null, claims: noClaims() }
  let place: ChainPlace | null = null
  const expected = new Map(expectHeads.map((head) => [`${head.seq} ${head.hash}`, head]))
  for await (const page of pagesOf<AuditLog>(payload, { collection: 'audit-log', by: 'seq' })) {
    for (const stored of page) {
      const row = toAuditRow(stored)
      for (const { seq, message } of breaksAt(place, row, find))
        report({ kind: 'audit', id: String(seq), message })
      expected.delete(`${row.seq} ${row.hash}`)
      claimsFrom(row, trail.claims)
      place = placeAfter(place, row)
      trail.head = { seq: row.seq, hash: row.hash }
      trail.rows++
    }
    onProgress('audit log', trail.rows, total)
  }
  if (place && !place.keys.length)
    report({
      kind: 'audit',
      id: String(place.seq),
      message:
        'No row of the audit log has a key, though this installation has one: all of it was written anew.',
    })
  for (const { seq, hash } of expected.values())
    report({
      kind: 'audit',
      id: String(seq),
      message: `Audit row No. ${seq} with the hash ${hash} is not in the audit log, which ${endsIn(seq, trail.head?.seq ?? 0)}: rows were cut off its end, or replaced, or an older copy of the database was brought back.`,
    })
  return trail
}

/** Said so that it stays the same while the log goes on. */
const endsIn = (expected: number, last: number): string =>
  last < expected ? `ends before it` : `has another row of that number`

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
