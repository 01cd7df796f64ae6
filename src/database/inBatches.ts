import type { Payload, PayloadRequest } from 'payload'
import { rememberingReads } from '../records/readOnce'
import { collectingRows, writeCollected } from '../records/writeLater'
import { inTransaction } from './transaction'

/** How long one transaction goes on taking items, in ms: at most so long where nobody in this process waits to write, … */
const TAKING_MS = 2_000
/** … so long where somebody does, … */
const TAKING_WHILE_WAITED_FOR_MS = 250
/** … but so many all the same, within a second: on a busy machine two that wait for each other would share nothing. */
const LEAST = 16
const TAKING_LEAST_MS = 1_000
/** And how many: those of one that fails are done again. */
const MOST = 50
/** So many are read ahead at once. */
const AHEAD = 25

export type Outcome<T> = { done: T } | { error: unknown }

interface Act<Item, T> {
  /** Before the next items of a transaction that remembers: reads what each of them will, with few queries. */
  ahead?: (items: readonly Item[], req: PayloadRequest) => Promise<void>
  each: (item: Item, req: PayloadRequest) => Promise<T>
  /** Once for each transaction, before it commits. */
  end?: (req: PayloadRequest, done: T[]) => Promise<void>
}

/**
 * Does something for each item, for several in one transaction: they share its commit and what is the same for all of them.
 * Where one fails nothing of its transaction is stored, and the items of it are done again in one each, so that a bad item
 * stops no other.
 */
export async function* inBatches<Item, T>(
  { payload, items }: { payload: Payload; items: readonly Item[] },
  act: Act<Item, T>,
): AsyncGenerator<{ item: Item; outcome: Outcome<T> }> {
  for (let at = 0; at < items.length;) {
    const { taken, done } = await together(payload, items.slice(at, at + MOST), act)
    for (const [i, item] of items.slice(at, at + taken).entries())
      yield { item, outcome: done ? { done: done[i] as T } : await alone(payload, item, act) }
    at += taken
  }
}

const mayTake = ({ db }: Payload, { since, taken }: { since: number; taken: number }): boolean => {
  const { writersWaiting } = db as unknown as { writersWaiting?: () => number }
  const whileWaitedFor = taken < LEAST ? TAKING_LEAST_MS : TAKING_WHILE_WAITED_FOR_MS
  const limit = writersWaiting?.() === 0 ? TAKING_MS : whileWaitedFor
  return performance.now() - since < limit
}

interface Batch<T> {
  taken: number
  /** Null when one of them failed. */
  done: T[] | null
}

async function together<Item, T>(
  payload: Payload,
  items: readonly Item[],
  { ahead, each, end }: Act<Item, T>,
): Promise<Batch<T>> {
  let taken = 0
  try {
    const done = await inTransaction({ payload }, async (outer) => {
      await combine(outer)
      const req = collectingRows(rememberingReads(outer))
      const results: T[] = []
      const since = performance.now()
      taken = 0
      while (taken < items.length && (taken === 0 || mayTake(payload, { since, taken }))) {
        if (taken % AHEAD === 0) await ahead?.(items.slice(taken, taken + AHEAD), req)
        const item = items[taken++]!
        // Payload writes on a request: each item has its own, in the same transaction.
        results.push(await each(item, Object.create(req) as PayloadRequest))
      }
      await end?.(req, results)
      await writeCollected(req)
      return results
    })
    return { taken, done }
  } catch {
    // Told item by item: of a commit that failed it is not known whose it was.
    return { taken: Math.max(1, taken), done: null }
  }
}

/** The rows that many items add to a table are one statement, where the database takes them so. */
const combine = async ({ payload, transactionID }: PayloadRequest): Promise<void> => {
  const { combineInserts } = payload.db as unknown as { combineInserts?: (id: unknown) => void }
  combineInserts?.(await transactionID)
}

async function alone<Item, T>(
  payload: Payload,
  item: Item,
  { each, end }: Act<Item, T>,
): Promise<Outcome<T>> {
  try {
    const done = await inTransaction({ payload }, async (req) => {
      const result = await each(item, req)
      await end?.(req, [result])
      return result
    })
    return { done }
  } catch (error) {
    return { error }
  }
}
