const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5_000

interface Failure {
  /** HTTP status; none when the server was not reached. */
  status?: number
  /** Seconds the server asked to wait. */
  retry_after?: number
  name?: string
}

/** Tries again, with growing waits, what failed for a passing reason: no connection, time-out, 429 or 5xx. */
export async function withRetries<T>(act: () => Promise<T>, retries: number): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      if (attempt >= retries || !isPassing(error as Failure)) throw error
      const backoff = FIRST_WAIT_MS * 2 ** attempt * (0.5 + Math.random())
      const asked = ((error as Failure).retry_after ?? 0) * 1_000
      await new Promise((resolve) => setTimeout(resolve, Math.min(Math.max(backoff, asked), LONGEST_WAIT_MS)))
    }
  }
}

const isPassing = ({ status, retry_after, name }: Failure) =>
  retry_after !== undefined ||
  status === 429 ||
  (status !== undefined && status >= 500) ||
  name === 'QdrantClientTimeoutError' ||
  (status === undefined && name === 'TypeError')
