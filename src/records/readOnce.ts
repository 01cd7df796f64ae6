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

/** Sets right what a transaction remembers, after it has written. */
export const nowReads = <T>(req: PayloadRequest, name: string, value: T): void => {
  ;(req as Remembering)[READS]?.set(name, Promise.resolve(value))
}
