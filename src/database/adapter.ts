import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, Migration } from 'payload'
import { SettingsError, type Env } from '../env'
import { migrations } from '../../migrations'
import { openAuditKeys, type AuditKeys } from '../records/auditKeys'
import { addSessions } from './addSessions'
import { combineInserts } from './combineInserts'
import { indexByParent } from './parentIndexes'
import { openSerialLibsqlClient } from './serialLibsqlClient'
import { enterTransactionScope } from './transactionScope'
import { sealWrites } from './sealWrites'
import { surfaceCommitFailures, type TransactionalAdapter } from './surfaceCommitFailures'

type SqliteAdapter = ReturnType<ReturnType<typeof sqliteAdapter>['init']>

/**
 * The database by its URI: SQLite with working transactions for `file:`, MongoDB for `mongodb:`.
 * @throws {SettingsError} for MongoDB without a replica set, where Payload would silently run without transactions.
 */
export const databaseAdapter = ({
  VOUCH_MONGODB_WITHOUT_TRANSACTIONS,
  ...settings
}: Pick<
  Env,
  'databaseUri' | 'dataDir' | 'VOUCH_AUDIT_KEY' | 'VOUCH_MONGODB_WITHOUT_TRANSACTIONS'
>): DatabaseAdapterObj =>
  withSeals(
    settings.databaseUri.startsWith('mongodb')
      ? mongodb(settings.databaseUri, Boolean(VOUCH_MONGODB_WITHOUT_TRANSACTIONS))
      : serialSqlite(settings.databaseUri),
    openAuditKeys(settings),
  )

/** Makes every record that is written be sealed with the audit chain's key. */
const withSeals = (adapter: DatabaseAdapterObj, keys: AuditKeys): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    addSessions(db)
    const connect = db.connect?.bind(db)
    db.connect = async (options) => {
      await connect?.(options)
      // Its migrations write by SQL, before anything is sealed.
      if (process.env['PAYLOAD_MIGRATING'] !== 'true') sealWrites(db, keys)
    }
    return Object.assign(db, { auditKeys: keys })
  },
})

const mongodb = (url: string, withoutTransactions: boolean): DatabaseAdapterObj => {
  // mongodb+srv carries its replica set in DNS; a list of hosts is no URL, so the option is looked for as text.
  if (url.startsWith('mongodb://') && !/[?&]replicaSet=[^&]/.test(url) && !withoutTransactions)
    throw new SettingsError(
      'Settings cannot be used. DATABASE_URI: add ?replicaSet=NAME; without a replica set MongoDB has no transactions, and an approval could be stored without its release.',
    )
  const adapter = mongooseAdapter({ url, useJoinAggregations: false, ensureIndexes: true })
  return {
    ...adapter,
    init: (args) => {
      const db = adapter.init(args)
      leaveWhatIsGiven(db)
      return db
    },
  }
}

/** Payload's adapter writes into the data that it is given, its `id` too; who uses that again must find it as it was. */
function leaveWhatIsGiven(db: Pick<BaseDatabaseAdapter, 'create' | 'updateOne'>): void {
  const create = db.create.bind(db)
  const updateOne = db.updateOne.bind(db)
  db.create = (args) => create({ ...args, data: { ...args.data } })
  db.updateOne = (args) => updateOne({ ...args, data: { ...args.data } })
}

const serialSqlite = (url: string): DatabaseAdapterObj => {
  const adapter = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    push: false,
    migrationDir: path.resolve('migrations'),
    transactionOptions: {},
  })
  return {
    ...adapter,
    init: (args) => {
      const db = adapter.init(args) as SqliteAdapter
      db.beforeSchemaInit.push(({ schema }) => {
        indexByParent(db.rawTables)
        return schema
      })
      const connect = db.connect?.bind(db)
      db.connect = async (options) => {
        mkdirSync(path.dirname(path.resolve(url.slice('file:'.length))), { recursive: true })
        const client = await openSerialLibsqlClient(url)
        db.client = client
        Object.assign(db, { writersWaiting: client.waiting })
        await connect?.(options)
        surfaceCommitFailures(db as unknown as TransactionalAdapter)
        scopeTransactions(db)
        deleteOnlyWhatIsThere(db)
        combineInserts(db)
        if (process.env['PAYLOAD_MIGRATING'] !== 'true') await migrate({ db, url })
      }
      return db
    },
  }
}

/** So that the writer knows whom it waits for (docs/adr/0004). Payload calls this while its operation runs on, not after. */
function scopeTransactions(db: SqliteAdapter): void {
  const begin = db.beginTransaction.bind(db)
  db.beginTransaction = (options) => {
    const scope = enterTransactionScope()
    const begun = begin(options)
    begun.catch(() => (scope.open = false))
    return begun
  }
}

/** Payload's deleteOne runs a broken statement when nothing matches and the condition is on a relation's table. */
function deleteOnlyWhatIsThere(db: SqliteAdapter): void {
  const deleteOne = db.deleteOne.bind(db)
  db.deleteOne = async (args) => {
    const { collection, where, req } = args
    const found = await db.findOne<{ id: string }>({ collection, where, ...(req && { req }) })
    return found ? deleteOne(args) : null
  }
}

/** Runs what is missing; processes that start at the same moment take turns behind a lock of their own. */
const migrate = async ({ db, url }: { db: SqliteAdapter; url: string }) => {
  const lock = await openSerialLibsqlClient(`${url}.migrating`)
  const turn = await lock.transaction('write')
  try {
    await db.migrate({ migrations: migrations as unknown as Migration[] })
  } finally {
    await turn.rollback()
    lock.close()
  }
}
