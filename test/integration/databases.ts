import type { Payload } from 'payload'

/** Whether the tests run on the MongoDB that DATABASE_URI names; else on SQLite, whose file some of them write with SQL. */
export const onMongodb = Boolean(process.env['DATABASE_URI'])

/** False on a MongoDB without a replica set: what belongs together may be stored in part, so those tests are skipped. */
export const withTransactions = !process.env['VOUCH_MONGODB_WITHOUT_TRANSACTIONS']

interface Clients {
  client?: { close: () => void }
  connection?: { close: () => Promise<void> }
}

/** Takes this process's database away, whichever it is. */
export const closeDatabase = async ({ db }: Payload): Promise<void> => {
  const { client, connection } = db as unknown as Clients
  client?.close()
  await connection?.close()
}
