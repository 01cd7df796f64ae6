import { setTimeout as sleep } from 'node:timers/promises'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
  type TypedUser,
} from 'payload'

/** MongoDB ends one of two transactions that write the same row; that one is run again from the start. */
const ATTEMPTS = 8

/**
 * Runs everything that `run` does with its `req` in one transaction: all of it is stored, or none. `run` is called
 * again when the database says that a transaction of someone else’s came between, so it does nothing outside of `req`.
 * @throws whatever `run` throws, after rolling back; and the database's own error when COMMIT fails.
 */
export const inTransaction = async <T>(
  { payload, user = null }: { payload: Payload; user?: TypedUser | null },
  run: (req: PayloadRequest) => Promise<T>,
): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    const req = await createLocalReq({ ...(user && { user }) }, payload)
    await initTransaction(req)
    try {
      const result = await run(req)
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      if (!isCollision(error) || attempt === ATTEMPTS) throw error
      await sleep(attempt * 20 * Math.random())
    }
  }
}

/** As MongoDB’s driver labels it: https://www.mongodb.com/docs/manual/core/transactions-in-applications/ */
const isCollision = (error: unknown): boolean => {
  const { errorLabelSet, code } = (error ?? {}) as { errorLabelSet?: Set<string>; code?: unknown }
  return errorLabelSet?.has('TransientTransactionError') === true || code === WRITE_CONFLICT
}

const WRITE_CONFLICT = 112
