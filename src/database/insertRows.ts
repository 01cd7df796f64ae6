import type { BaseDatabaseAdapter, PayloadRequest } from 'payload'
import { flushInserts } from './combineInserts'
import { sealingOf } from '../governance/coverage'

/** What this needs of Payload's drizzle adapters; MongoDB's has none of it. */
interface Drizzle {
  tables: Record<string, unknown>
  tableNameMap: Map<string, string>
  sessions: Record<
    string,
    { db: { insert: (table: unknown) => { values: (rows: object[]) => Promise<unknown> } } }
  >
}

/** In one statement: building one for many rows holds the event loop. */
const MOST_ROWS = 50

/**
 * Inserts rows of a collection that is kept in one table, without lists or relations to several, in the transaction of `req`:
 * in SQLite with a statement for each 50, for Payload makes two of each row; elsewhere one by one. Nothing is read back.
 * @throws for a collection whose records are sealed: the adapter seals what it writes itself.
 */
export async function insertRows(
  db: Pick<BaseDatabaseAdapter, 'create'>,
  { collection, rows, req }: { collection: string; rows: readonly object[]; req: Partial<PayloadRequest> },
): Promise<void> {
  if (sealingOf(collection)) throw new Error(`Rows of ${collection} are sealed: write each with the adapter.`)
  const { tables, tableNameMap, sessions } = db as unknown as Partial<Drizzle>
  const session = sessions?.[String(await req.transactionID)]
  const table = tables?.[tableNameMap?.get(collection.replaceAll('-', '_')) ?? '']
  if (!session || !table) {
    for (const row of rows)
      await db.create({
        collection: collection as never,
        data: row as Record<string, unknown>,
        req,
        returning: false,
      })
    return
  }
  await flushInserts(db, req)
  for (let at = 0; at < rows.length; at += MOST_ROWS)
    await session.db.insert(table).values(rows.slice(at, at + MOST_ROWS) as object[])
}
