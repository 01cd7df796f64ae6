import type { BaseDatabaseAdapter, PayloadRequest, Where } from 'payload'
import { sealingOf } from '../governance/coverage'
import type { AuditKeys } from '../records/auditKeys'
import { isCombining } from './combineInserts'
import {
  findSealedRows,
  latestSeals,
  sealHolds,
  sealRows,
  type SealedRow,
  type Touched,
  type TouchedRow,
} from './sealRows'

type Act = (args: Args) => Promise<unknown>
interface Args {
  select?: unknown
  id?: unknown
  data?: { id?: unknown }
  collection?: string
  /** As versions name it. */
  collectionSlug?: string
  where?: unknown
  returning?: boolean
  req?: Partial<PayloadRequest>
}
type Id = string | number | Promise<string | number>

/** A transaction that another one of MongoDB’s came between is run again. */
const ATTEMPTS = 8

/** What a transaction has written so far: by collection, then by id. */
type Open = Map<string | number, Touched>

/**
 * Makes every write of a covered record leave its seal, whatever door it comes through: forms, REST, commands, Payload’s own
 * sign-in. The seals are written when the transaction commits, in it; a write outside of one gets one of its own, so that no
 * record is ever stored without its seal. A record that someone changed behind our back gets none: it stays broken until an
 * admin has looked at it, however often it is written. Call once, after the adapter connected.
 */
export function sealWrites(db: BaseDatabaseAdapter, keys: AuditKeys): void {
  const open: Open = new Map()
  const lookAhead: LookAhead = async (req, { of, ids }) => {
    const transaction = await req.transactionID
    if (!transaction || !db.sessions?.[transaction] || !sealingOf(of)) return
    const rows = rowsOf(open, transaction, of)
    const where = { id: { in: ids.filter((id) => !rows.has(id)) } }
    await lookBefore({ db, req }, { of, args: { where }, keys, rows })
  }
  Object.assign(db, { openSeals: open, lookAhead })
  const seal = async (id: string | number): Promise<void> => {
    const touched = open.get(id)
    open.delete(id)
    if (touched) await sealRows({ db, keys, touched, req: { transactionID: id } })
  }
  for (const [name, wrapping] of Object.entries(WRITES)) wrap(db, { name, keys, open, seal, ...wrapping })
  sealAtCommit(db, { open, seal })
}

type LookAhead = (
  req: Partial<PayloadRequest>,
  records: { of: string; ids: readonly string[] },
) => Promise<void>

/**
 * Looks, in the transaction of `req`, at the seals of many records that it is about to write: with two statements, where each
 * would be looked at before it is written. Outside of a transaction it does nothing.
 */
export async function lookAhead(db: unknown, ...[req, records]: Parameters<LookAhead>): Promise<void> {
  if (records.ids.length > 0) await (db as { lookAhead?: LookAhead }).lookAhead?.(req, records)
}

/** Whether an open transaction has written a record, and whether that was whole before: it has no new seal yet. */
export function writtenIn(
  db: unknown,
  { transaction, of, id }: { transaction: unknown; of: string; id: string },
): 'whole' | 'broken' | null {
  const { openSeals } = db as { openSeals?: Open }
  const touched = openSeals
    ?.get(transaction as string)
    ?.get(of)
    ?.get(id)
  return touched ? (touched.state === 'broken' ? 'broken' : 'whole') : null
}

interface Wrapping {
  suffix?: string
  made?: boolean
}

const VERSIONS = { suffix: '/versions' }

const WRITES: Record<string, Wrapping> = {
  create: { made: true },
  updateOne: {},
  updateMany: {},
  upsert: {},
  deleteOne: {},
  deleteMany: {},
  createVersion: { ...VERSIONS, made: true },
  updateVersion: VERSIONS,
  deleteVersions: VERSIONS,
}

function wrap(
  db: BaseDatabaseAdapter,
  {
    name,
    suffix = '',
    made = false,
    keys,
    open,
    seal,
  }: Wrapping & { name: string; keys: AuditKeys; open: Open; seal: (id: string | number) => Promise<void> },
): void {
  const methods = db as unknown as Record<string, Act>
  const write = methods[name]?.bind(db)
  if (!write) return
  methods[name] = async (args) => {
    const of = `${args.collection ?? args.collectionSlug}${suffix}`
    if (!sealingOf(of)) return write(args)
    return inOne(db, { args, seal }, async (own, transaction) => {
      const rows = rowsOf(open, transaction, of)
      if (!made) await lookBefore({ db, req: own.req ?? {} }, { of, args: own, keys, rows })
      const known = idAsked(own, made)
      if (known === undefined) {
        // Where inserts are combined, a record that is not read back tells its id.
        const combined = made && args.returning === false && isCombining(db, transaction)
        const result = await write(combined ? own : { ...own, returning: true })
        noteWritten(rows, { result, of, whole: !combined && args.select === undefined })
        return args.returning === false ? null : result
      }
      await write(own)
      if (made) rows.set(known, { state: 'made' })
      return null
    })
  }
}

/** The id of a record that is to be written and not read back; it is read with the others of its transaction, to be sealed. */
function idAsked({ returning, id, data }: Args, made: boolean): string | undefined {
  const known = made ? data?.id : id
  return returning === false && known !== undefined && known !== null ? String(known) : undefined
}

/** Records that are written once are sealed as they were given back, which spares reading each again. */
function noteWritten(
  rows: Map<string, TouchedRow>,
  { result, of, whole }: { result: unknown; of: string; whole: boolean },
): void {
  const once = sealingOf(of)?.once === true
  for (const row of (Array.isArray(result) ? result : [result]) as (SealedRow | null)[]) {
    if (!row) continue
    const id = String(row.id)
    const before = rows.get(id)
    if (!before || before.state === 'made') rows.set(id, { state: 'made', ...(once && whole && { row }) })
  }
}

/** Remembers of each record that is about to be written what its seal was, and whether it still held. */
async function lookBefore(
  { db, req }: { db: BaseDatabaseAdapter; req: Partial<PayloadRequest> },
  { of, args, keys, rows }: { of: string; args: Args; keys: AuditKeys; rows: Map<string, TouchedRow> },
): Promise<void> {
  // Written before in this transaction: what it was before that is known.
  if (args.id !== undefined && rows.has(String(args.id))) return
  const where = (args.id === undefined ? args.where : { id: { equals: args.id } }) as Where
  const found = await findSealedRows({ db, req }, { of, where: where ?? {}, limit: 0 })
  const unknown = found.filter(({ id }) => !rows.has(String(id)))
  const seals = await latestSeals({ db, req }, { of, ids: unknown.map(({ id }) => String(id)) })
  for (const row of unknown) {
    const id = String(row.id)
    const seal = seals.get(id)
    const whole = seal && sealHolds({ seal, row, keys })
    rows.set(id, whole ? { state: 'changed', seal } : { state: 'broken' })
  }
}

function rowsOf(open: Open, transaction: string | number, of: string): Map<string, TouchedRow> {
  const touched: Touched = open.get(transaction) ?? new Map<string, Map<string, TouchedRow>>()
  open.set(transaction, touched)
  const rows = touched.get(of) ?? new Map<string, TouchedRow>()
  touched.set(of, rows)
  return rows
}

/** Seals before each commit: what cannot be sealed is not committed. */
function sealAtCommit(
  db: BaseDatabaseAdapter,
  { open, seal }: { open: Open; seal: (id: string | number) => Promise<void> },
): void {
  const commit = db.commitTransaction.bind(db)
  const rollback = db.rollbackTransaction.bind(db)
  db.commitTransaction = async (incoming: Id) => {
    await seal(await incoming)
    return commit(incoming)
  }
  db.rollbackTransaction = async (incoming: Id) => {
    open.delete(await incoming)
    return rollback(incoming)
  }
}

/** Runs a write in the caller’s transaction, else in one of its own; where there are none, seals at once. */
async function inOne(
  db: BaseDatabaseAdapter,
  { args, seal }: { args: Args; seal: (id: string | number) => Promise<void> },
  run: (args: Args, transaction: string | number) => Promise<unknown>,
): Promise<unknown> {
  const theirs = await args.req?.transactionID
  if (theirs && db.sessions?.[theirs]) return run(args, theirs)
  for (let attempt = 1; ; attempt++) {
    const own = await db.beginTransaction({})
    const id = own ?? Symbol('no transaction').toString() + Math.random()
    const req = Object.assign(Object.create(args.req ?? null) as object, own ? { transactionID: own } : {})
    try {
      const result = await run({ ...args, req }, id)
      if (own) await db.commitTransaction(own)
      else await seal(id)
      return result
    } catch (error) {
      if (own) await db.rollbackTransaction(own)
      if (!isCollision(error) || attempt === ATTEMPTS) throw error
    }
  }
}

const isCollision = (error: unknown): boolean =>
  (error as { errorLabelSet?: Set<string> } | null)?.errorLabelSet?.has('TransientTransactionError') === true
