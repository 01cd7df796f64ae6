import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
  type TypedUser,
} from 'payload'

/**
 * Runs everything that `run` does with its `req` in one transaction: all of it is stored, or none.
 * @throws whatever `run` throws, after rolling back; and the database's own error when COMMIT fails.
 */
export const inTransaction = async <T>(
  { payload, user = null }: { payload: Payload; user?: TypedUser | null },
  run: (req: PayloadRequest) => Promise<T>,
): Promise<T> => {
  const req = await createLocalReq({ ...(user && { user }) }, payload)
  await initTransaction(req)
  try {
    const result = await run(req)
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
