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

export interface ChainBreak {
  kind: 'altered' | 'missing' | 'unlinked' | 'doubled'
  /** The row at which it shows. */
  seq: number
  /** One sentence. */
  message: string
}

/** A row as it is stored. */
export type StoredAuditRow = AuditRow & { hash: string }

/** What the next row must build on: null before the first. */
export type ChainHead = { seq: number; hash: string } | null

/**
 * What is wrong with one row, given the row before it. A row that was changed, taken out, put in or given another
 * number is named here or at the row after it; only rows cut off the end leave no trace, which is why heads are written
 * down elsewhere (`vouch verify --expect-head`).
 */
export const breaksAt = (before: ChainHead, row: StoredAuditRow): ChainBreak[] => {
  const { seq } = row
  const follows = before?.seq ?? 0
  const name = `No. ${seq} (${row.action}, “${row.title ?? row.subjectId}”)`
  const breaks: ChainBreak[] = []
  if (row.hash !== auditHashOf(row))
    breaks.push({
      kind: 'altered',
      seq,
      message: `Audit row ${name} is not what was recorded: it was altered.`,
    })
  if (seq <= follows)
    breaks.push({
      kind: 'doubled',
      seq,
      message: `Audit row ${name} comes after No. ${follows}: its number is taken by another row.`,
    })
  else if (seq > follows + 1)
    breaks.push({
      kind: 'missing',
      seq,
      message: `${missingRows(follows + 1, seq - 1)} missing from the audit log.`,
    })
  else if (row.previousHash !== (before?.hash ?? null))
    breaks.push({
      kind: 'unlinked',
      seq,
      message: before
        ? `Audit row ${name} does not follow No. ${follows} as that is now: one of them was replaced.`
        : `Audit row ${name} should be the first, and says that it follows another.`,
    })
  return breaks
}

/** Every break of a chain whose rows are given in the order of their numbers. */
export function* walkChain(rows: Iterable<StoredAuditRow>): Generator<ChainBreak> {
  let before: ChainHead = null
  for (const row of rows) {
    yield* breaksAt(before, row)
    before = row
  }
}

const missingRows = (from: number, to: number): string =>
  from === to ? `Row No. ${from} is` : `Rows No. ${from} to ${to} are`
