import type { Payload } from 'payload'
import type { AuditLog } from '../../../payload-types'
import {
  breaksAt,
  placeAfter,
  redactedIn,
  unansweredBreaks,
  type ChainBreak,
  type ChainHead,
  type ChainPlace,
  type RedactedRow,
  type StoredAuditRow,
} from '../../governance/auditChain'
import type { TreeHead } from '../../governance/merkleTree'
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
  expectHeads: readonly ExpectedHead[],
): Promise<AuditTrail> => {
  const total = await countRows(payload)
  const { find } = auditKeysOf(payload)
  const trail: AuditTrail = { rows: 0, head: null, claims: noClaims() }
  let place: ChainPlace | null = null
  // A row further on may say of an altered one that words were cut out of it: nothing is told before the walk is over.
  const altered: ChainBreak[] = []
  const others: ChainBreak[] = []
  const redacted: RedactedRow[] = []
  const expected = new Map(expectHeads.map((head) => [`${head.seq} ${head.hash}`, head]))
  const trees = new Map(expectHeads.flatMap(({ tree }) => (tree ? [[tree.size, tree.root] as const] : [])))
  for await (const page of pagesOf<AuditLog>(payload, { collection: 'audit-log', by: 'seq' })) {
    for (const stored of page) {
      const row = toAuditRow(stored)
      const breaks = breaksAt(place, row, find)
      altered.push(...breaks.filter(({ now }) => now))
      others.push(...breaks.filter(({ now }) => !now))
      // What an altered row says of others counts for nothing.
      if (!breaks.some(({ now }) => now)) redacted.push(...redactedIn(row))
      expected.delete(`${row.seq} ${row.hash}`)
      for (const message of wrongTrees(row, trees)) report({ kind: 'audit', id: String(row.seq), message })
      claimsFrom(row, trail.claims)
      place = placeAfter(place, row)
      trail.head = { seq: row.seq, hash: row.hash }
      trail.rows++
    }
    onProgress('audit log', trail.rows, total)
  }
  const inOrder = [...unansweredBreaks(altered, redacted), ...others].toSorted((a, b) => a.seq - b.seq)
  for (const { seq, message } of inOrder) report({ kind: 'audit', id: String(seq), message })
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

/** A row that must still be there, and the tree that must still be the one it was published with. */
export type ExpectedHead = NonNullable<ChainHead> & { tree?: TreeHead }

/** Of a row that grew the tree: whether the tree is the one that was published. */
function wrongTrees({ seq, detail }: StoredAuditRow, published: ReadonlyMap<number, string>): string[] {
  const { tree } = (detail ?? {}) as { tree?: TreeHead }
  const root = tree && published.get(tree.size)
  return !root || root === tree.root
    ? []
    : [
        `The tree of audit row No. ${seq} has another root than was published for ${tree.size} batches: its records were rewritten.`,
      ]
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

/** A row as it is hashed. */
export const toAuditRow = (row: AuditLog): StoredAuditRow => ({
  ...row,
  title: row.title ?? null,
  detail: row.detail ?? null,
  previousHash: row.previousHash ?? null,
})
