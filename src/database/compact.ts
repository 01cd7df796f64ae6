import type { Payload } from 'payload'

interface SqliteClient {
  execute: (sql: string) => Promise<{ rows: unknown[] }>
}

/** How often the log is asked to be emptied while others read. */
const TRIES = 20
const BETWEEN_MS = 100

/**
 * Rewrites the database file, so that it holds nothing that was deleted or overwritten, and empties its log. Writers wait
 * meanwhile, about a second for each 200 MB.
 * @returns null where the database is no file: MongoDB's server frees its own. False: somebody read on, so that the log still
 * holds what was there before; it is emptied at the next time, or when the last process ends.
 */
export async function compactDatabase({ db }: Payload): Promise<boolean | null> {
  const client = 'client' in db && db.name !== 'mongoose' ? (db.client as unknown as SqliteClient) : null
  if (!client || typeof client.execute !== 'function') return null
  await client.execute('VACUUM')
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    // Written so that it counts as a write, and takes the writer's connection.
    const { rows } = await client.execute('PRAGMA wal_checkpoint=TRUNCATE')
    const [row] = rows as { busy?: number }[]
    if (Number(row?.busy) === 0) return true
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
  }
  return false
}
