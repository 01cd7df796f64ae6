import type { Payload } from 'payload'
import type { Deps } from '../../deps'
import { VouchError } from '../../errors'
import { headPlaces, readHeads, writeHead, type WrittenHead } from '../../records/auditHeads'
import { auditHead } from '../verify/auditTrail'
import { readTree } from './readTree'

/** The last head that this process wrote of each installation: a webhook and a mailbox cannot be asked. */
const written = new WeakMap<Payload, number>()

/**
 * Writes the head of the audit chain elsewhere, when there are rows since the last one; what fails is logged, and tried again
 * the next time. @returns the head that was written; null when there was nothing new.
 */
export async function writeHeads({ payload, env }: Pick<Deps, 'payload' | 'env'>): Promise<number | null> {
  const places = headPlaces(env)
  const head = await fullHead(payload)
  const last = (await readHeads(places.file)).at(-1)
  // Heads that are ahead of the chain stay the last word until someone has looked at it.
  if (!head || head.seq <= (written.get(payload) ?? last?.seq ?? 0)) return null
  const failed = await writeHead(payload, places, head)
  for (const message of failed) payload.logger.error(message)
  if (!failed.length) written.set(payload, head.seq)
  return head.seq
}

/** Writes a head at once, for someone who waits for it. @throws {VouchError} naming the places that could not be written. */
export async function publishHead(
  { payload, env }: Pick<Deps, 'payload' | 'env'>,
  head: WrittenHead,
): Promise<void> {
  const failed = await writeHead(payload, headPlaces(env), head)
  if (failed.length) throw new VouchError(failed.join(' '))
  written.set(payload, Math.max(head.seq, written.get(payload) ?? 0))
}

/** The last row of the audit log with the tree that it stands for; null while the log is empty. */
export async function fullHead(payload: Payload): Promise<WrittenHead | null> {
  const head = await auditHead(payload)
  if (!head) return null
  const tree = await readTree(payload, { upTo: head.seq })
  return {
    at: new Date().toISOString(),
    ...head,
    ...(tree && { tree: { size: tree.size, root: tree.root } }),
  }
}

/** Whether the heads say that the chain was longer than it is: after a restore, or when rows were cut off its end. */
export async function headsAreAhead({ payload, env }: Pick<Deps, 'payload' | 'env'>): Promise<boolean> {
  const [heads, head] = await Promise.all([readHeads(headPlaces(env).file), auditHead(payload)])
  return (heads.at(-1)?.seq ?? 0) > (head?.seq ?? 0)
}
