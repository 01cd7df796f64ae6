import { createHash } from 'node:crypto'
import type { Payload } from 'payload'

const BEGINS = 'sign-in/'
const KEPT_MS = 60 * 60_000

/**
 * Whether somebody comes back with this state for the first time, whichever process they come back to. Who comes twice was
 * seen by somebody else on the way, or pressed “back”.
 * @param at when the sign-in was begun; epoch ms.
 */
export async function takeState(
  payload: Payload,
  { state, at }: { state: string; at: number },
): Promise<boolean> {
  const key = `${BEGINS}${new Date(at).toISOString()}/${createHash('sha256').update(state).digest('hex')}`
  await forgetOld(payload, at)
  try {
    await payload.db.create({ collection: 'payload-kv', data: { key, data: {} }, req: {} })
    return true
  } catch (error) {
    if (await payload.kv.has(key)) return false
    throw error
  }
}

async function forgetOld(payload: Payload, now: number): Promise<void> {
  await payload.db.deleteMany({
    collection: 'payload-kv',
    where: {
      and: [
        { key: { greater_than: BEGINS } },
        { key: { less_than: `${BEGINS}${new Date(now - KEPT_MS).toISOString()}` } },
      ],
    },
    req: {},
  })
}
