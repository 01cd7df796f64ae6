import type { BaseDatabaseAdapter, PayloadRequest } from 'payload'
import { sealingOf } from '../governance/coverage'
import type { AuditKeys } from '../records/auditKeys'
import { sealRows, type Touched } from './sealRows'

type Act = (args: Args) => Promise<unknown>
interface Args {
  collection?: string
  /** As versions name it. */
  collectionSlug?: string
  where?: unknown
  returning?: boolean
  req?: Partial<PayloadRequest>
}
type Name = keyof BaseDatabaseAdapter & string
type Id = string | number | Promise<string | number>

/** A transaction that another one of MongoDB’s came between is run again. */
const ATTEMPTS = 8

/**
 * Makes every write of a covered record leave its seal, whatever door it comes through: forms, REST, commands, Payload’s own
 * sign-in. The seals are written when the transaction commits, in it; a write outside of one gets one of its own, so that no
 * record is ever stored without its seal. Call once, after the adapter connected.
 */
export function sealWrites(db: BaseDatabaseAdapter, keys: AuditKeys): void {
  const open = new Map<string | number, Touched>()
  const methods = db as unknown as Record<string, Act>
  const seal = async (id: string | number): Promise<void> => {
    const touched = open.get(id)
    open.delete(id)
    if (touched) await sealRows({ db, keys, touched, req: { transactionID: id } })
  }
  const wrap = (name: Name, { suffix = '', before, made }: Wrapping) => {
    const write = methods[name]?.bind(db)
    if (!write) return
    methods[name] = async (args) => {
      const of = `${args.collection ?? args.collectionSlug}${suffix}`
      if (!sealingOf(of)) return write(args)
      return inOne(db, { args, seal }, async (own, transaction) => {
        const going = before ? await before(own) : []
        const result = await write({ ...own, returning: true })
        note(open, { transaction, of, ids: [...going, ...idsOf(result)], made: made === true })
        return args.returning === false ? null : result
      })
    }
  }
  const doomed = async ({ collection, where, req }: Args): Promise<string[]> => {
    const found = await db.find({
      collection: collection as never,
      where: where as never,
      limit: 0,
      pagination: false,
      select: { id: true } as never,
      ...(req && { req }),
    })
    return idsOf(found.docs)
  }
  wrap('create', { made: true })
  wrap('updateOne', {})
  wrap('updateMany', {})
  wrap('upsert', {})
  wrap('deleteOne', {})
  wrap('deleteMany', { before: doomed })
  wrap('createVersion', { suffix: '/versions' })
  wrap('updateVersion', { suffix: '/versions' })
  wrap('deleteVersions', { suffix: '/versions' })
  sealAtCommit(db, { open, seal })
}

interface Wrapping {
  suffix?: string
  /** The ids that are about to go. */
  before?: (args: Args) => Promise<string[]>
  made?: boolean
}

/** Seals before each commit: what cannot be sealed is not committed. */
function sealAtCommit(
  db: BaseDatabaseAdapter,
  { open, seal }: { open: Map<string | number, Touched>; seal: (id: string | number) => Promise<void> },
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

function note(
  open: Map<string | number, Touched>,
  { transaction, of, ids, made }: { transaction: string | number; of: string; ids: string[]; made: boolean },
): void {
  const touched: Touched = open.get(transaction) ?? new Map<string, Map<string, 'made' | 'changed'>>()
  open.set(transaction, touched)
  const rows = touched.get(of) ?? new Map<string, 'made' | 'changed'>()
  touched.set(of, rows)
  for (const id of ids) if (!rows.has(id)) rows.set(id, made ? 'made' : 'changed')
}

function idsOf(result: unknown): string[] {
  const rows = Array.isArray(result) ? result : [result]
  return rows.flatMap((row) => {
    const id = (row as { id?: string | number } | null)?.id
    return id === undefined || id === null ? [] : [String(id)]
  })
}
