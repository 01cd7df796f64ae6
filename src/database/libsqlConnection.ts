import { LibsqlError, type InStatement, type ResultSet } from '@libsql/client'
import Database from 'libsql'
import { takeTurns } from './turnTaking'

/** Statements kept ready by one connection: more than the forms that are used all day. */
const KEPT_STATEMENTS = 400

/** One connection to a libSQL file. */
export interface LibsqlConnection {
  execute: (statement: InStatement) => Promise<ResultSet>
  executeMultiple: (sql: string) => Promise<void>
  close: () => void
}

/**
 * Opens a connection that prepares each form of statement once. libSQL's own client prepares one for every execution and
 * leaves it, some 60 KB outside of the heap, to the garbage collector, which does not know how large it is: an import of
 * 2,000 texts held 4 GB that way.
 */
export function openLibsqlConnection(url: string): LibsqlConnection {
  const database = new Database(fileOf(url))
  const statements = new Statements(database)
  return {
    execute: async (statement) => {
      await takeTurns()
      return inLibsqlErrors(() => statements.execute(statement))
    },
    executeMultiple: async (sql) => {
      await takeTurns()
      statements.forget()
      inLibsqlErrors(() => database.exec(sql))
    },
    close: () => {
      statements.forget()
      database.close()
    },
  }
}

/** The file that a `file:` address names. */
export const fileOf = (url: string): string =>
  decodeURIComponent(url.replace(/^file:(?:\/\/(?:localhost)?(?=\/))?/, ''))

type Value = string | number | bigint | Buffer | null

interface Prepared {
  statement: ReturnType<InstanceType<typeof Database>['prepare']>
  /** Null for a statement that returns no rows. */
  columns: Columns | null
}

interface Columns {
  names: string[]
  types: string[]
  Row: new (values: unknown[]) => object
}

/** What changes no table is prepared once; the one used longest ago makes room. */
class Statements {
  readonly #kept = new Map<string, Prepared>()

  constructor(readonly database: InstanceType<typeof Database>) {}

  forget(): void {
    this.#kept.clear()
  }

  execute(given: InStatement): ResultSet {
    const { sql, args = [] } = typeof given === 'string' ? { sql: given } : given
    const prepared = this.#take(sql)
    const values = Array.isArray(args)
      ? args.map(toSql)
      : Object.fromEntries(
          Object.entries(args).map(([name, value]) => [name.replace(/^[@$:]/, ''), toSql(value)]),
        )
    const result = prepared.columns
      ? rowsOf(prepared.columns, prepared.statement.all(values) as Value[][])
      : changesOf(prepared.statement.run(values))
    // One that failed is not put back: libSQL does not always reset it.
    if (REUSABLE.test(sql)) this.#keep(sql, prepared)
    else if (!TRANSACTION.test(sql)) this.forget()
    return result
  }

  #take(sql: string): Prepared {
    const kept = this.#kept.get(sql)
    if (!kept) return prepare(this.database, sql)
    this.#kept.delete(sql)
    return kept
  }

  #keep(sql: string, prepared: Prepared): void {
    this.#kept.set(sql, prepared)
    if (this.#kept.size > KEPT_STATEMENTS) this.#kept.delete(this.#kept.keys().next().value!)
  }
}

const REUSABLE = /^\s*(?:select|insert|update|delete|replace|with|begin|commit)\b/i
/** All else may change tables, and what is prepared knows them as they were. */
const TRANSACTION = /^\s*(?:rollback|savepoint|release|pragma)\b/i

function prepare(database: InstanceType<typeof Database>, sql: string): Prepared {
  const statement = database.prepare(sql)
  statement.safeIntegers(true)
  try {
    statement.raw(true)
  } catch {
    // It returns no rows.
    return { statement, columns: null }
  }
  const columns = statement.columns()
  const names = columns.map(({ name }) => name)
  const types = columns.map(({ type }) => type ?? '')
  return { statement, columns: { names, types, Row: rowClass(names) } }
}

function rowsOf({ names, types, Row }: Columns, rows: Value[][]): ResultSet {
  const made = rows.map((values) => new Row(values.map(fromSql)))
  return resultSet({ columns: names, columnTypes: types, rows: made as never })
}

const changesOf = ({
  changes,
  lastInsertRowid,
}: {
  changes: number
  lastInsertRowid: number | bigint
}): ResultSet => resultSet({ rowsAffected: changes, lastInsertRowid: BigInt(lastInsertRowid) })

const resultSet = (known: Partial<ResultSet>): ResultSet => ({
  columns: [],
  columnTypes: [],
  rows: [],
  rowsAffected: 0,
  lastInsertRowid: undefined,
  ...known,
  toJSON: () => known,
})

/** A row has its values by name, and by number as an array has. Of two of one name the first counts. */
function rowClass(names: readonly string[]): Columns['Row'] {
  const firsts = names.flatMap((name, at) => (names.indexOf(name) === at ? [{ name, at }] : []))
  class Row {
    readonly #values: unknown[]
    constructor(values: unknown[]) {
      this.#values = values
      for (const { name, at } of firsts) (this as unknown as Record<string, unknown>)[name] = values[at]
    }
    static at = (row: Row, at: number): unknown => row.#values[at]
  }
  const properties = names.map((_, at) => [
    at,
    {
      get(this: Row) {
        return Row.at(this, at)
      },
    },
  ])
  Object.defineProperties(
    Row.prototype,
    Object.fromEntries([...properties, ['length', { value: names.length }]]),
  )
  return Row
}

const fromSql = (value: Value): unknown => {
  if (typeof value === 'bigint') {
    if (value < Number.MIN_SAFE_INTEGER || value > Number.MAX_SAFE_INTEGER)
      throw new RangeError(`The database holds ${value}, which is too large a number to be read.`)
    return Number(value)
  }
  return Buffer.isBuffer(value) ? value.buffer : value
}

function toSql(value: unknown): Value {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('Only finite numbers can be stored.')
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  if (value instanceof Date) return value.valueOf()
  if (value === undefined) throw new TypeError('undefined cannot be passed as argument to the database')
  return value as Value
}

function inLibsqlErrors<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    throw new LibsqlError(error.message, error.code, error.rawCode, error)
  }
}
