const FIRST_WAIT_MS = 100

interface Failure {
  /** HTTP status; none when the server was not reached. */
  status?: number
  /** Seconds the server asked to wait. */
  retry_after?: number
  name?: string
}

interface Retries {
  retries: number
  /** A server that asks for a longer wait than this is not asked again. */
  longestWaitMs: number
}

/**
 * Tries again, with growing waits, what failed for a passing reason: no connection, time-out, 429 or 5xx. Waits as long as
 * the server asks for.
 */
export async function withRetries<T>(act: () => Promise<T>, { retries, longestWaitMs }: Retries): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      const asked = ((error as Failure).retry_after ?? 0) * 1_000
      if (attempt >= retries || asked > longestWaitMs || !isPassing(error as Failure)) throw error
      const backoff = Math.min(FIRST_WAIT_MS * 2 ** attempt * (0.5 + Math.random()), longestWaitMs)
      await new Promise((resolve) => setTimeout(resolve, Math.max(backoff, asked)))
    }
  }
}

const isPassing = ({ status, retry_after, name }: Failure) =>
  retry_after !== undefined ||
  status === 429 ||
  (status !== undefined && status >= 500) ||
  name === 'QdrantClientTimeoutError' ||
  (status === undefined && name === 'TypeError')
