/** What this needs of Payload's drizzle adapters. */
export interface TransactionalAdapter {
  drizzle: {
    transaction: (run: (tx: object) => Promise<unknown>, options?: unknown) => Promise<unknown>
  }
  sessions: Record<string, { db: object }>
  commitTransaction: (id: string | Promise<string>) => Promise<void>
}

/**
 * Payload's drizzle adapters report success when COMMIT fails (payloadcms/payload#17726). Makes the failure reach the
 * caller of `commitTransaction`. Call once, after the adapter connected.
 */
export const surfaceCommitFailures = (db: TransactionalAdapter): void => {
  const outcomes = new WeakMap<object, Promise<unknown>>()
  const transaction = db.drizzle.transaction.bind(db.drizzle)
  db.drizzle.transaction = (run, options) => {
    const outcome: Promise<unknown> = transaction((tx) => {
      const settled = Promise.resolve().then(() => outcome)
      settled.catch(() => {}) // rollbacks reject too, and nobody asks for those
      outcomes.set(tx, settled)
      return run(tx)
    }, options)
    return outcome
  }
  const commit = db.commitTransaction.bind(db)
  db.commitTransaction = async (incoming) => {
    const id = await incoming
    const session = db.sessions[id]
    await commit(id)
    if (session) await outcomes.get(session.db)
  }
}
