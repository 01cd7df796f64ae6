import type { BaseDatabaseAdapter, PayloadRequest, Where } from 'payload'
import { sealingOf, type Sealed } from '../governance/coverage'
import { digestOf } from '../governance/provable'
import { contentOf, sealIdOf, sealMacOf, type RecordSeal } from '../governance/recordSeal'
import type { AuditKeys } from '../records/auditKeys'
import { insertRows } from './insertRows'

/** A record with everything that is stored of it. */
export type SealedRow = Record<string, unknown> & { id: string }

/** The records that a transaction has written: by collection, then by id. */
export type Touched = Map<string, Map<string, TouchedRow>>

/** What is known of a record that is written: made now; whole before, with its seal; or changed before by another hand. */
export type TouchedRow =
  | { state: 'made'; row?: SealedRow }
  | { state: 'changed'; seal?: RecordSeal }
  | { state: 'broken' }

/** What reading and writing seals needs of the adapter. */
export type SealingDatabase = Pick<BaseDatabaseAdapter, 'find' | 'findVersions' | 'create'>

interface Reading {
  db: SealingDatabase
  req: Partial<PayloadRequest>
}

/** Adds a seal for each record as it now is; none where nothing that counts has changed. */
export async function sealRows({
  db,
  req,
  keys,
  touched,
}: Reading & { keys: AuditKeys; touched: Touched }): Promise<void> {
  const seals: RecordSeal[] = []
  for (const [of, rows] of touched) {
    const sealing = sealingOf(of)
    if (!sealing) continue
    const whole = [...rows].filter(([, { state }]) => state !== 'broken')
    const unread = whole.filter(([, each]) => !('row' in each)).map(([id]) => id)
    const stored = await readSealedRows({ db, req }, { of, ids: unread })
    const asked = whole.filter(([, each]) => !sealIsKnown(each, sealing)).map(([id]) => id)
    const last = await latestSeals({ db, req }, { of, ids: asked })
    for (const [id, each] of whole) {
      const row = 'row' in each ? each.row : stored.get(id)
      const before = 'seal' in each ? each.seal : last.get(id)
      const seal = nextSeal({ of, id, row, before, keys })
      if (seal) seals.push(seal)
    }
  }
  await insertRows(db, { collection: 'record-seals', rows: seals, req })
}

/** Whether the seal before this one need not be looked for: it was read already, or there can be none. */
const sealIsKnown = (touched: TouchedRow, { once }: Sealed): boolean =>
  touched.state === 'made' ? once === true : 'seal' in touched && touched.seal !== undefined

/** A record as it now is, with the seal that it had. */
interface Sealing {
  of: string
  id: string
  row: SealedRow | undefined
  before: RecordSeal | undefined
  keys: AuditKeys
}

/** The seal of a record as it now is; null where the one before says the same. */
export function nextSeal(o: Sealing): RecordSeal | null {
  const { row, before, keys } = o
  return (before ? sealHolds({ seal: before, row, keys }) : !row) ? null : sealAnew(o)
}

/** The next seal of a record, whatever the one before says. */
export function sealAnew({ of, id, row, before, keys }: Sealing): RecordSeal {
  const key = keys.current()
  const seal = { of, rowId: id, revision: (before?.revision ?? 0) + 1, at: new Date().toISOString() }
  const content = sealedContent(of, row)
  return {
    ...seal,
    id: sealIdOf(seal),
    gone: !row,
    keyId: key.id,
    mac: sealMacOf(seal, content, key),
    digest: digestOf(seal, content),
    batch: null,
  }
}

/** Whether a record is what its seal says. @param row undefined: there is none. */
export function sealHolds({
  seal,
  row,
  keys,
}: {
  seal: RecordSeal
  row: SealedRow | undefined
  keys: AuditKeys
}): boolean {
  const key = keys.find(seal.keyId)
  const content = sealedContent(seal.of, row)
  return (
    key !== null &&
    seal.gone === !row &&
    seal.mac === sealMacOf(seal, content, key) &&
    (!seal.digest || seal.digest === digestOf(seal, content))
  )
}

/** A record as its seal covers it. */
export const sealedContent = (of: string, row: SealedRow | undefined): Record<string, unknown> | null =>
  row ? contentOf(row, sealingOf(of)?.omit ?? {}) : null

const VERSIONS = '/versions'

/** Records by id, as they are sealed: with everything that is stored of them. */
export async function readSealedRows(
  { db, req }: Reading,
  { of, ids }: { of: string; ids: readonly string[] },
): Promise<Map<string, SealedRow>> {
  if (!ids.length) return new Map()
  const rows = await findSealedRows({ db, req }, { of, where: { id: { in: [...ids] } }, limit: 0 })
  return new Map(rows.map((row) => [String(row.id), row]))
}

/** Records of a collection, or of a collection’s versions, in the order of their ids. */
export async function findSealedRows(
  { db, req }: Reading,
  { of, where, limit, idsOnly }: { of: string; where: Where; limit: number; idsOnly?: boolean },
): Promise<SealedRow[]> {
  const query = {
    where,
    limit,
    sort: 'id',
    pagination: false,
    req,
    ...(idsOnly && { select: { id: true as const } }),
  }
  const found = of.endsWith(VERSIONS)
    ? await db.findVersions({ ...query, collection: of.slice(0, -VERSIONS.length) as never })
    : await db.find({ ...query, collection: of as never })
  return found.docs as unknown as SealedRow[]
}

/** The last seal of each record, by the record’s id. */
export async function latestSeals(
  { db, req }: Reading,
  { of, ids }: { of: string; ids: readonly string[] },
): Promise<Map<string, RecordSeal>> {
  if (!ids.length) return new Map()
  const { docs } = await db.find<RecordSeal & Record<string, unknown>>({
    collection: 'record-seals',
    where: { and: [{ rowId: { in: [...ids] } }, { of: { equals: of } }] },
    // One record alone may have many.
    ...(ids.length === 1 ? { sort: '-id', limit: 1 } : { sort: 'id', limit: 0 }),
    pagination: false,
    req,
  })
  return new Map(docs.map((seal) => [seal.rowId, seal]))
}
