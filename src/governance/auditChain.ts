import canonicalize from 'canonicalize'
import { macOf, type AuditKey, type FindAuditKey } from './auditKey'
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
  /** Which key its hash is made with; none in rows from before the chain had one. */
  keyId?: string | null
}

/** The action of the row with which a chain that had no key gets one. */
export const KEYED = 'chain.keyed'
/** The action of the first row that is hashed with another key than the row before it. */
export const KEY_ROTATED = 'chain.key_rotated'

/** The action of the row that says which rows had a customer's words cut out of them. */
export const AUDIT_REDACTED = 'audit.redacted'

/** An audit row that had words cut out: the hash that it has in the chain, and the one of what it says now. */
export interface RedactedRow {
  seq: number
  hash: string
  now: string
}

/** Covers the whole row and, through `previousHash`, every row before it. JSON is canonical as in RFC 8785. */
export function auditHashOf(row: AuditRow, key: AuditKey | null = null): string {
  const fields = [
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
  ]
  return key
    ? macOf(key, canonicalize(['audit row', key.id, ...fields]) ?? '')
    : sha256(canonicalize(fields) ?? '')
}

/** The row that follows `last` in the chain, hashed with the key where there is one. */
export const chained = <Entry extends Omit<AuditRow, 'seq' | 'previousHash' | 'keyId'>>(
  last: { seq: number; hash: string } | null,
  entry: Entry,
  key: AuditKey | null = null,
): Entry & AuditRow & { hash: string } => {
  const row = {
    ...entry,
    seq: (last?.seq ?? 0) + 1,
    previousHash: last?.hash ?? null,
    ...(key && { keyId: key.id }),
  }
  return { ...row, hash: auditHashOf(row, key) }
}

export interface ChainBreak {
  kind: 'altered' | 'missing' | 'unlinked' | 'doubled' | 'unkeyed' | 'unknown_key' | 'old_key'
  /** The row at which it shows. */
  seq: number
  /** One sentence. */
  message: string
  /** Of a row that was altered: the hash of what it says now. */
  now?: string
}

/** A row as it is stored. */
export type StoredAuditRow = AuditRow & { hash: string }

/** What the next row must build on: null before the first. */
export type ChainHead = { seq: number; hash: string } | null

/** How far a walk has come. */
export interface ChainPlace {
  seq: number
  hash: string
  /** The ids of the keys so far, the present one last. */
  keys: readonly string[]
}

const NO_KEYS: FindAuditKey = () => null

/**
 * What is wrong with one row, given the rows before it. A row that was changed, taken out, put in or given another
 * number is named here or at the row after it, also when all hashes were made anew without the key. Only rows cut off
 * the end leave no trace, which is why heads are written elsewhere (VOUCH_AUDIT_HEADS).
 */
export const breaksAt = (
  before: ChainPlace | null,
  row: StoredAuditRow,
  find: FindAuditKey = NO_KEYS,
): ChainBreak[] => {
  const { seq } = row
  const follows = before?.seq ?? 0
  const name = nameOf(row)
  const breaks = hashBreaks(row, find).concat(keyBreaks(before, row))
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

/** Where a walk stands after a row. */
export function placeAfter(before: ChainPlace | null, row: StoredAuditRow): ChainPlace {
  const keys = before?.keys ?? []
  const { seq, hash, keyId } = row
  return { seq, hash, keys: keyId && keyId !== keys.at(-1) ? [...keys, keyId] : keys }
}

function hashBreaks(row: StoredAuditRow, find: FindAuditKey): ChainBreak[] {
  const { seq, keyId } = row
  const key = keyId ? find(keyId) : null
  if (keyId && !key)
    return [
      {
        kind: 'unknown_key',
        seq,
        message: `Audit row ${nameOf(row)} is hashed with the key ${keyId}, which is not at hand: it cannot be checked.`,
      },
    ]
  const now = auditHashOf(row, key)
  if (row.hash === now) return []
  return [
    {
      kind: 'altered',
      seq,
      now,
      message: `Audit row ${nameOf(row)} is not what was recorded: it was altered.`,
    },
  ]
}

/**
 * Those breaks that no later row of the chain answers for. A row may say something else than it did where the last row that
 * tells of it says what: which of its words were a customer's, and erased. Pure.
 * @param redacted what rows of the chain say was redacted, in the order of the chain.
 */
export function unansweredBreaks<Found extends ChainBreak>(
  breaks: readonly Found[],
  redacted: readonly RedactedRow[],
): Found[] {
  const last = new Map(redacted.map((each) => [each.seq, each]))
  return breaks.filter(({ kind, seq, now }) => kind !== 'altered' || !now || last.get(seq)?.now !== now)
}

/** What an audit row says was redacted; nothing of another row. */
export function redactedIn({ action, detail }: Pick<AuditRow, 'action' | 'detail'>): RedactedRow[] {
  const { rows } = (detail ?? {}) as { rows?: unknown }
  return action === AUDIT_REDACTED && Array.isArray(rows) ? (rows as RedactedRow[]) : []
}

/** Once there is a key every row has one, and a key that was replaced is used no more. */
function keyBreaks(before: ChainPlace | null, row: StoredAuditRow): ChainBreak[] {
  const { seq, keyId, action } = row
  const last = before?.keys.at(-1)
  if (!last || keyId === last) return []
  if (!keyId)
    return [
      {
        kind: 'unkeyed',
        seq,
        message: `Audit row ${nameOf(row)} has no key, as every row since the chain got one must: it was put in, or hashed anew.`,
      },
    ]
  if (before?.keys.includes(keyId) || action !== KEY_ROTATED)
    return [
      {
        kind: 'old_key',
        seq,
        message: `Audit row ${nameOf(row)} is hashed with another key than the row before it, and no rotation of keys says so.`,
      },
    ]
  return []
}

const nameOf = ({ seq, action, title, subjectId }: AuditRow): string =>
  `No. ${seq} (${action}, “${title ?? subjectId}”)`

const missingRows = (from: number, to: number): string =>
  from === to ? `Row No. ${from} is` : `Rows No. ${from} to ${to} are`
