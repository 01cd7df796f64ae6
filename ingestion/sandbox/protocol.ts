/** What the child is asked to do. The bytes follow in parts. */
export interface Order {
  kind: 'order'
  task: string
  args: unknown
  bytes: number
  /** Of all strings that it sends back. In characters. */
  maxText: number
  maxItems: number
  /** Of processor time. */
  maxMilliseconds: number
}

export type ToChild = Order | { kind: 'part'; part: Uint8Array }

export type FromChild =
  | { kind: 'ready' }
  /** It has the bytes and begins. */
  | { kind: 'started' }
  | { kind: 'items'; items: unknown[] }
  | { kind: 'done' }
  /** `forPeople`: the message is a sentence that a person may read. */
  | { kind: 'failed'; message: string; forPeople: boolean }

/** Bytes go to the child in parts of this size, so that no part holds the event loop for long. */
export const PART_BYTES = 1024 * 1024

/** What the watchdog writes before it kills its process. */
export const OUT_OF_MEMORY = 'vouch: out of memory'
export const OUT_OF_TIME = 'vouch: out of time'
