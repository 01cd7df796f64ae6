import canonicalize from 'canonicalize'
import { sha256 } from './hash'

/** One row of the audit log, as it is hashed. */
export interface AuditRow {
  /** 1, 2, 3 … without a gap. */
  seq: number
  /** ISO 8601. */
  at: string
  action: string
  actor: string
  actorName: string
  subjectCollection: string
  subjectId: string
  title: string | null
  detail: unknown
  /** The hash of the row before; null for the first. */
  previousHash: string | null
}

/** Covers the whole row and, through `previousHash`, every row before it. JSON is canonical as in RFC 8785. */
export const auditHashOf = (row: AuditRow): string =>
  sha256(
    canonicalize([
      row.seq,
      row.at,
      row.action,
      row.actor,
      row.actorName,
      row.subjectCollection,
      row.subjectId,
      row.title,
      row.detail,
      row.previousHash,
    ]) ?? '',
  )

/** The row that follows `last` in the chain, hashed. */
export const chained = <Entry extends Omit<AuditRow, 'seq' | 'previousHash'>>(
  last: { seq: number; hash: string } | null,
  entry: Entry,
): Entry & AuditRow & { hash: string } => {
  const row = { ...entry, seq: (last?.seq ?? 0) + 1, previousHash: last?.hash ?? null }
  return { ...row, hash: auditHashOf(row) }
}
