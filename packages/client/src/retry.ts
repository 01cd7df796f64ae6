import { VouchError } from './errors.js'

/** How often and how long a request is tried again. */
export interface RetrySettings {
  /** Tries after the first. */
  retries: number
  /** A server that asks for a longer wait than this is not waited for, in ms. */
  longestWaitMs: number
}

/** Statuses after which the same request may go well. */
const PASSING = new Set([408, 429, 502, 503, 504])
const FIRST_WAIT_MS = 250

/** Runs `attempt` again while its failure may pass: after what the server asks for, else after a wait that doubles. */
export async function withRetries<T>(
  { retries, longestWaitMs }: RetrySettings,
  attempt: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  for (let tried = 0; ; tried++)
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof VouchError) || tried >= retries || signal?.aborted || !mayPass(error))
        throw error
      const waitMs = error.retryAfterMs ?? FIRST_WAIT_MS * 2 ** tried * (0.5 + Math.random() / 2)
      if (waitMs > longestWaitMs) throw error
      await sleep(waitMs, signal)
    }
}

const mayPass = ({ problem }: VouchError): boolean => problem === null || PASSING.has(problem.status)

/** `Retry-After` in ms: seconds, or a date; null for none. */
export function retryAfterOf(headers: Headers, now = Date.now()): number | null {
  const given = headers.get('retry-after')
  if (!given) return null
  const ms = /^\d+$/.test(given.trim()) ? Number(given) * 1000 : Date.parse(given) - now
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}

const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
