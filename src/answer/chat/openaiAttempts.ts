import { setTimeout as sleep } from 'node:timers/promises'
import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai'
import { askedWaitMs } from '../../retrieval/embeddings/boundedFetch'
import { isTooLong } from './tooLong'

/** The first wait, in ms; each further one is twice as long. */
const FIRST_WAIT_MS = 200

interface Attempts {
  /** After the first. */
  retries: number
  /** Milliseconds left for all. */
  left: () => number
  signal: AbortSignal
}

/**
 * Tries again what may go better the next time, after as long as the server asks to wait; at once no more when that is
 * longer than there is time: a wait that ends in nothing is spared.
 */
export async function inAttempts<T>(run: () => Promise<T>, o: Attempts): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      const wait = attempt < o.retries && mayGoBetter(error) ? waitFor(error, attempt) : Infinity
      if (wait >= o.left()) throw error
      await sleep(wait, undefined, { signal: o.signal }).catch(() => {
        throw error
      })
    }
  }
}

const waitFor = (error: unknown, attempt: number): number =>
  (error instanceof APIError ? askedWaitMs(error.headers) : null) ??
  FIRST_WAIT_MS * 2 ** attempt * (1 + Math.random() / 4)

const mayGoBetter = (error: unknown): boolean => {
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError) return false
  if (error instanceof APIConnectionError) return true
  if (!(error instanceof APIError) || error.headers?.get('x-should-retry') === 'false') return false
  if (isTooLong(error.message)) return false
  const { status } = error as { status?: number }
  return status === 408 || status === 409 || status === 429 || (status ?? 0) >= 500
}
