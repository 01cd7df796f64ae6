import type { Client, InArgs, InStatement, ResultSet, Transaction } from '@libsql/client'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLibsqlConnection, type LibsqlConnection } from './libsqlConnection'
import { currentScope, type TransactionScope } from './transactionScope'
import { createTurnstile } from './turnstile'

/** A client that tells how many of this process wait to write. */
export interface SerialClient extends Client {
  waiting: () => number
}

/** How long one statement holds the event loop waiting for another process's lock, in ms. */
const BUSY_TIMEOUT_MS = 50
/** How long a write waits for its turn and for another process's lock before it is refused, in ms. */
const LOCK_TIMEOUT_MS = 15_000

const isRead = (statement: InStatement): boolean => {
  const sql = typeof statement === 'string' ? statement : statement.sql
  return /^\s*(select|explain|pragma\s+[\w.]+\s*(\(|;?\s*$))/i.test(sql)
}

const isBusy = (error: unknown): boolean =>
  /SQLITE_BUSY|SQLITE_LOCKED|database is locked/.test(
    `${(error as { code?: string }).code} ${(error as Error).message}`,
  )

/**
 * A libSQL file client on which Payload's SQLite adapter has working transactions: one writer connection whose users
 * take turns, and one reader that sees the last commit (WAL).
 *
 * libSQL never resets a statement that failed with SQLITE_BUSY, and every later COMMIT on that connection fails
 * (tursodatabase/libsql-client-ts#352): so a busy writer is thrown away, and the wait for the lock is ours.
 *
 * @throws LibsqlError when the lock is held elsewhere for more than 15 s; a time-out error when a write waits that long
 *   for a transaction of this process; SelfBlockedError at once when it is the transaction that the write is part of.
 */
export const openSerialLibsqlClient = async (
  url: string,
  { lockTimeoutMs = LOCK_TIMEOUT_MS }: { lockTimeoutMs?: number } = {},
): Promise<SerialClient> => {
  const open = async () => {
    const client = openLibsqlConnection(url)
    // FULL: what was acknowledged survives power loss, not only a crash of the process.
    for (const pragma of [`busy_timeout=${BUSY_TIMEOUT_MS}`, 'synchronous=FULL', 'foreign_keys=ON'])
      await client.execute(`PRAGMA ${pragma}`)
    return client
  }
  const { takeTurn, waiting } = createTurnstile(lockTimeoutMs)
  let writer = await open()
  let closed = false

  const renewWriter = async () => {
    writer.close()
    writer = await open()
  }

  const patiently = async <T>(act: (client: LibsqlConnection) => Promise<T>): Promise<T> => {
    const deadline = Date.now() + lockTimeoutMs
    for (let wait = 2; ; wait = Math.min(wait * 1.6, 40)) {
      try {
        return await act(writer)
      } catch (error) {
        if (!isBusy(error)) throw error
        await renewWriter()
        if (Date.now() > deadline) throw error
        await sleep(wait * (0.5 + Math.random()))
      }
    }
  }

  const write = async <T>(act: (client: LibsqlConnection) => Promise<T>): Promise<T> => {
    const leave = await takeTurn(currentScope())
    try {
      return await patiently(act)
    } finally {
      leave()
    }
  }

  const transaction = async (): Promise<Transaction> => {
    const scope = currentScope()
    const leave = await takeTurn(scope, { holds: true })
    try {
      await patiently((client) => client.execute('BEGIN IMMEDIATE'))
    } catch (error) {
      leave()
      throw error
    }
    return holdTransaction({ connection: writer, leave, renewWriter, scope })
  }

  await patiently((client) => client.execute('PRAGMA journal_mode=WAL'))
  const reader = await open()

  return {
    waiting,
    protocol: 'file',
    get closed() {
      return closed
    },
    execute: (statement: InStatement, args?: InArgs): Promise<ResultSet> => {
      const whole = typeof statement === 'string' && args ? { sql: statement, args } : statement
      return isRead(whole) ? reader.execute(whole) : write((client) => client.execute(whole))
    },
    batch: async (statements) => {
      const own = await transaction()
      try {
        const results = await own.batch(statements as InStatement[])
        await own.commit()
        return results
      } finally {
        await own.rollback()
      }
    },
    migrate: () => Promise.reject(new Error('Migrations run through Payload.')),
    executeMultiple: (sql) => write((client) => client.executeMultiple(sql)),
    transaction,
    sync: () => Promise.reject(new Error('A file is synchronised with nothing.')),
    close: () => {
      closed = true
      writer.close()
      reader.close()
    },
  }
}

const holdTransaction = ({
  connection,
  leave,
  renewWriter,
  scope,
}: {
  connection: LibsqlConnection
  leave: () => void
  renewWriter: () => Promise<void>
  scope: TransactionScope | undefined
}): Transaction => {
  let open = true

  const end = async (sql: 'COMMIT' | 'ROLLBACK') => {
    if (!open) return
    open = false
    try {
      await connection.execute(sql)
    } catch (error) {
      // A closed connection keeps its lock until its statements are collected, so roll back first.
      await connection.execute('ROLLBACK').catch(() => {})
      await renewWriter()
      throw error
    } finally {
      if (scope) scope.open = false
      leave()
    }
  }
  const begin = () => {
    if (!open) throw new Error('This transaction has ended.')
    if (scope) scope.progress++
  }

  return {
    execute: async (statement: InStatement) => {
      begin()
      return connection.execute(statement)
    },
    batch: async (statements) => {
      begin()
      const results: ResultSet[] = []
      for (const statement of statements) results.push(await connection.execute(statement as InStatement))
      return results
    },
    executeMultiple: () => {
      // libSQL's own rolls an open transaction back when it ends.
      throw new Error('executeMultiple cannot run inside a transaction; send the statements one by one.')
    },
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
    close: () => void end('ROLLBACK').catch(() => {}),
    get closed() {
      return !open
    },
  }
}
