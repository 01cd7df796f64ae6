// @ts-check
/** Connections to a libSQL file that several processes share: one reader, and one writer that is thrown away when another process was faster. */
import { createClient } from '@libsql/client'

/**
 * @typedef {import('@libsql/client').Client} Client
 * @typedef {(statement: import('@libsql/client').InStatement) => Promise<import('@libsql/client').ResultSet>} Run
 */

/** How long SQLite itself waits, holding this thread; the rest of the waiting leaves it free for searches. */
const BUSY_MS = 50
/** What SQLite keeps of a file unless told otherwise. */
const PAGE_CACHE_KB = 2_000

/** @param {{ message?: string, code?: string }} error */
const isBusy = (error) =>
  /SQLITE_BUSY|SQLITE_LOCKED|database is locked/.test(`${error.code} ${error.message}`)
const sleep = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * @param {{ url: string, lockMs: number, cacheKb?: number }} options `lockMs`: how long to wait for another process's
 *   write lock; `cacheKb`: pages kept by each connection
 */
export function createConnections({ url, lockMs, cacheKb = PAGE_CACHE_KB }) {
  /** @type {Client | null} */
  let reader = null
  /** @type {Client | null} */
  let writer = null
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve()

  async function open() {
    const client = createClient({ url })
    try {
      await client.execute(`pragma busy_timeout = ${BUSY_MS}`)
      await client.execute('pragma journal_mode = wal')
      await client.execute(`pragma cache_size = -${cacheKb}`)
      // What upsert acknowledges outlives a power cut too; a batch pays one fsync for it.
      await client.execute('pragma synchronous = full')
      return client
    } catch (error) {
      client.close()
      throw error
    }
  }

  /**
   * A statement that failed with SQLITE_BUSY makes every later COMMIT on its connection fail
   * (tursodatabase/libsql-client-ts#352), so whatever failed gets a fresh connection.
   * @template T
   * @param {() => Promise<T>} act
   * @returns {Promise<T>}
   */
  async function patiently(act) {
    const until = Date.now() + lockMs
    for (let wait = 2; ; wait = Math.min(wait * 1.6, 40)) {
      try {
        return await act()
      } catch (error) {
        if (!isBusy(/** @type {Error} */ (error)) || Date.now() > until) throw error
        await sleep(wait * (0.5 + Math.random()))
      }
    }
  }

  return {
    /** @type {Run} */
    read: (statement) =>
      patiently(async () => {
        reader ??= await open()
        try {
          return await reader.execute(statement)
        } catch (error) {
          reader?.close()
          reader = null
          throw error
        }
      }),

    /**
     * Runs `act` in one transaction, after the writes asked for before it. All of it is tried again when busy.
     * @param {(run: Run) => Promise<void>} act
     */
    write(act) {
      const mine = turn.then(() =>
        patiently(async () => {
          writer ??= await open()
          const client = writer
          try {
            await client.execute('begin immediate')
            await act((statement) => client.execute(statement))
            await client.execute('commit')
          } catch (error) {
            // A closed connection keeps its lock until its statements are collected, so roll back first.
            await client.execute('rollback').catch(() => {})
            client.close()
            writer = null
            throw error
          }
        }),
      )
      turn = mine.catch(() => {})
      return mine
    },

    async close() {
      await turn
      reader?.close()
      writer?.close()
    },
  }
}
