/** A dependency did not answer in the time that was left for it. */
class TooLate extends Error {
  override name = 'TooLate'
}

/** Settles as `start()` does, or rejects after `ms` milliseconds; a call that throws at once rejects too. */
export const withinTime = async <T>(start: () => Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate(`No answer within ${Math.round(ms)} ms.`)), Math.max(0, ms))
  })
  try {
    return await Promise.race([start(), late])
  } finally {
    clearTimeout(timer)
  }
}

/** What is left of a budget, by the clock. */
export interface Budget {
  /** Milliseconds left, at least 0. */
  left(): number
  /** Milliseconds since the start. */
  spent(): number
}

export const startBudget = (ms: number, now: () => number = () => performance.now()): Budget => {
  const start = now()
  return { left: () => Math.max(0, start + ms - now()), spent: () => now() - start }
}
