import type { PayloadRequest } from 'payload'

/** What one transaction over many documents has read that is the same for all of them. */
const READS = Symbol('readsOfOneTransaction')

type Remembering = PayloadRequest & { [READS]?: Map<string, unknown> }

/** The same request, in which `readOnce` reads each thing once. For a transaction that changes none of what is so read. */
export const rememberingReads = (req: PayloadRequest): PayloadRequest =>
  Object.assign(Object.create(req) as Remembering, { [READS]: new Map<string, unknown>() })

/** What `read` finds: in a transaction that remembers, what it found the first time; else anew. */
export function readOnce<T>(
  req: PayloadRequest | undefined,
  name: string,
  read: () => Promise<T>,
): Promise<T> {
  const reads = (req as Remembering | undefined)?.[READS]
  if (!reads) return read()
  const known = reads.get(name) as Promise<T> | undefined
  if (known) return known
  const reading = read()
  reads.set(name, reading)
  return reading
}

/**
 * Reads the same of many things with one query, in a transaction that remembers: `readOnce` then finds it by its name.
 * Elsewhere nothing is read.
 * @param none what is found for a name that `read` does not give.
 */
export async function readAhead<T>(
  req: PayloadRequest,
  { names, none, read }: { names: readonly string[]; none: T; read: () => Promise<ReadonlyMap<string, T>> },
): Promise<void> {
  const reads = (req as Remembering)[READS]
  if (!reads || names.length === 0) return
  const found = await read()
  for (const name of names) reads.set(name, Promise.resolve(found.get(name) ?? none))
}

/** What this transaction has changed is read anew. */
export const forgetRead = (req: PayloadRequest | undefined, name: string): void => {
  ;(req as Remembering | undefined)?.[READS]?.delete(name)
}

/** Adds to a list that this transaction remembers what it has written. */
export async function addToRead<T>(req: PayloadRequest, name: string, item: T): Promise<void> {
  const reads = (req as Remembering)[READS]
  const known = (await reads?.get(name)) as readonly T[] | undefined
  if (known) reads?.set(name, Promise.resolve([...known, item]))
}

/** Sets right what a transaction remembers, after it has written. */
export const nowReads = <T>(req: PayloadRequest, name: string, value: T): void => {
  ;(req as Remembering)[READS]?.set(name, Promise.resolve(value))
}
