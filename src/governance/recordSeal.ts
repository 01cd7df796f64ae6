import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { macOf, type AuditKey } from './auditKey'

/**
 * What Vouch last wrote of a record, keyed: `revision` is 1, 2, 3 … for each record. Kept beside the records, and
 * gathered in batches into the audit chain.
 */
export interface RecordSeal {
  /** Of the collection and the record in it (`sealIdOf`). */
  id: string
  /** The collection; `policies/versions` for a document's versions. */
  of: string
  rowId: string
  revision: number
  /** ISO 8601. */
  at: string
  /** The record was deleted with this revision. */
  gone: boolean
  keyId: string
  mac: string
  /** What it can be held against without the key; none of what is not shown outside. */
  digest?: string | null
  /** The number of the audit row that sealed its batch; null until then. */
  batch: number | null
}

/** Sorts a record's seals by their revisions. */
export function sealIdOf({ of, rowId, revision }: Pick<RecordSeal, 'of' | 'rowId' | 'revision'>): string {
  return `${of}:${rowId}:${String(revision).padStart(9, '0')}`
}

/** The keyed hash of a record at one revision. @param content null: it is gone. */
export function sealMacOf(
  { of, rowId, revision, at }: Pick<RecordSeal, 'of' | 'rowId' | 'revision' | 'at'>,
  content: unknown,
  key: AuditKey,
): string {
  return macOf(key, canonicalize(['record', key.id, of, rowId, revision, at, content ?? null]) ?? '')
}

/**
 * A record without what says nothing, in a form that is the same whichever database it comes from. What is not set and what
 * is false or empty count alike, so that a field which is added later changes no record that was there before; one that is
 * added with another default needs its records sealed anew (docs/operations.md).
 * @param omit fields that are not covered, with the reason for each.
 */
export function contentOf(
  row: Record<string, unknown>,
  omit: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return normal(
    Object.fromEntries(Object.entries(row).filter(([name]) => !(name in omit) && name !== 'updatedAt')),
  ) as Record<string, unknown>
}

function normal(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((each) => normal(each) ?? null)
  if (value === null || typeof value !== 'object') return value || value === 0 ? value : undefined
  const kept = Object.entries(value)
    .map(([name, each]) => [name, normal(each)] as const)
    .filter(([, each]) => each !== undefined && !(Array.isArray(each) && each.length === 0))
  return Object.fromEntries(kept)
}

/** How many records of each collection a batch holds. */
export type BatchCounts = Record<string, number>

/** What the audit chain keeps of a batch of seals. */
export interface SealedBatch {
  counts: BatchCounts
  /** The first and last instant of its seals. */
  from: string
  to: string
  /** SHA-256 over all its seals in the order of their ids. */
  root: string
  /** Those that can be proved outside; none in batches from before there were any. */
  provable?: ProvableBatch
}

/** Of one batch: how many revisions can be proved, and the root over their digests. */
export interface ProvableBatch {
  count: number
  root: string
}

/** Gathers seals into a batch, page by page, in the order of their ids. */
export function startBatch(): { add: (seal: RecordSeal) => void; batch: () => SealedBatch } {
  const hash = createHash('sha256')
  const counts: BatchCounts = {}
  let from = ''
  let to = ''
  return {
    add: ({ id, mac, at, of, gone, keyId, digest }) => {
      hash.update(`${id} ${mac} ${at} ${gone} ${keyId}${digest ? ` ${digest}` : ''}\n`)
      counts[of] = (counts[of] ?? 0) + 1
      if (!from || at < from) from = at
      if (at > to) to = at
    },
    batch: () => ({ counts, from, to, root: `sha256:${hash.copy().digest('hex')}` }),
  }
}
