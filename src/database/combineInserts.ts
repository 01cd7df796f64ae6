import { randomUUID } from 'node:crypto'

type Row = Record<string, unknown>
type Id = string | number

/** What this needs of Payload's drizzle adapter for SQLite. */
export interface InsertingAdapter {
  insert: (args: Insert) => Promise<Row[]>
  tables: Record<string, { id?: { dataType: string } }>
  sessions: Record<Id, { db: InsertingDatabase }>
  combineInserts?: (transaction: Id) => void
  combinedInserts?: Map<Id, Combined>
}

interface Insert {
  db: InsertingDatabase
  tableName: string
  values: Row | Row[]
  onConflictDoUpdate?: unknown
}

interface InsertingDatabase {
  insert: (table: unknown) => { values: (rows: Row[]) => Promise<unknown> }
}

interface Combined {
  db: InsertingDatabase
  /** Rows that wait, by table, in the order in which the tables were first written. */
  rows: Map<string, Row[]>
  /** Calls under way that read what they insert. */
  reading: number
  flushing: Promise<void>
  lastId: unknown
}

/** In one statement: building one for many rows holds the event loop. */
const MOST_ROWS = 50

/** What reads, or changes what is there: all that was inserted must be there by then. */
const LOOKING = [
  'find',
  'findOne',
  'findDistinct',
  'findVersions',
  'count',
  'countVersions',
  'queryDrafts',
  'updateOne',
  'updateMany',
  'updateJobs',
  'updateVersion',
  'upsert',
  'deleteOne',
  'deleteMany',
  'deleteVersions',
]

/**
 * Lets a transaction over many documents insert the rows of many into a table with one statement. Payload builds one for each
 * row and each of its lists. From `db.combineInserts(transaction)` on, rows of which nothing is read back wait until something in
 * that transaction looks, or it is committed. Call once, after the adapter connected.
 */
export function combineInserts(adapter: object): void {
  const db = adapter as InsertingAdapter & Record<string, (...given: never[]) => Promise<unknown>>
  const combined = new Map<Id, Combined>()
  Object.assign(db, {
    combinedInserts: combined,
    combineInserts: (id: Id) => {
      const session = db.sessions[id]
      if (session)
        combined.set(id, {
          db: session.db,
          rows: new Map(),
          reading: 0,
          lastId: null,
          flushing: Promise.resolve(),
        })
    },
  })
  deferInserts(db, combined)
  for (const name of LOOKING) before(db, name, (args: Asked) => flushOf(db, args))
  for (const name of ['create', 'createVersion']) readingBack(db, name)
  before(db, 'commitTransaction', async (id: Id | Promise<Id>) => {
    await flush(db, combined.get(await id))
    combined.delete(await id)
  })
  before(db, 'rollbackTransaction', async (id: Id | Promise<Id>) => void combined.delete(await id))
}

interface Asked {
  returning?: boolean
  req?: { transactionID?: Id | Promise<Id> }
}

const combinedOf = async (db: InsertingAdapter, { req }: Asked): Promise<Combined | undefined> => {
  const id = await req?.transactionID
  return id === undefined ? undefined : db.combinedInserts?.get(id)
}

const flushOf = async (db: InsertingAdapter, args: Asked): Promise<void> =>
  flush(db, await combinedOf(db, args))

/** Writes the rows that wait in the transaction of `req`, before a statement that goes round the adapter. */
export const flushInserts = (db: unknown, req: Asked['req']): Promise<void> =>
  flushOf(db as InsertingAdapter, { ...(req && { req }) })

/** Whether the inserts of a transaction are combined: a record that is not read back then comes back as its id alone. */
export const isCombining = (db: unknown, transaction: Id): boolean =>
  (db as InsertingAdapter).combinedInserts?.has(transaction) === true

/** One flush after the other; the tables keep their order, so that a row comes after those that it refers to. */
async function flush(db: InsertingAdapter, combined: Combined | undefined): Promise<void> {
  if (!combined) return
  combined.flushing = combined.flushing.then(() => writeWaiting(db, combined))
  await combined.flushing
}

async function writeWaiting(db: InsertingAdapter, combined: Combined): Promise<void> {
  for (const [name, rows] of combined.rows) {
    combined.rows.set(name, [])
    for (let at = 0; at < rows.length; at += MOST_ROWS)
      await combined.db.insert(db.tables[name]).values(rows.slice(at, at + MOST_ROWS))
  }
}

type Methods = Record<string, (...given: never[]) => Promise<unknown>>

function before<Args>(db: object, name: string, first: (args: Args) => Promise<void>): void {
  const methods = db as Methods
  const act = methods[name]?.bind(db)
  if (!act) return
  methods[name] = async (args: never) => {
    await first(args as Args)
    return act(args)
  }
}

/** Rows that are read back must be there; what a version’s row was called is told, without reading it. */
function readingBack(db: InsertingAdapter, name: string): void {
  const methods = db as unknown as Methods
  const act = methods[name]?.bind(db)
  if (!act) return
  methods[name] = async (args: never) => {
    const combined = await combinedOf(db, args)
    if (!combined) return act(args)
    const reads = (args as Asked).returning !== false
    combined.lastId = null
    if (reads) combined.reading++
    try {
      const result = await act(args)
      return reads ? result : { id: combined.lastId }
    } finally {
      if (reads) combined.reading--
    }
  }
}

function deferInserts(db: InsertingAdapter, combined: ReadonlyMap<Id, Combined>): void {
  const insert = db.insert.bind(db)
  db.insert = async (args) => {
    const own = [...combined.values()].find((each) => each.db === args.db)
    if (!own || own.reading > 0 || args.onConflictDoUpdate) return insert(args)
    const named = db.tables[args.tableName]?.id?.dataType === 'string'
    const rows = [args.values].flat()
    if (named) for (const row of rows) row['id'] ??= randomUUID()
    const waiting = own.rows.get(args.tableName) ?? []
    own.rows.set(args.tableName, waiting)
    for (const row of rows) waiting.push(row)
    // The first is the record’s own; its lists follow.
    own.lastId ??= rows[0]?.['id'] ?? null
    return rows
  }
}
