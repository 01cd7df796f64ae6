/** A signal that ends by itself or with others, and must be let go of. */
export interface HeldSignal {
  signal: AbortSignal
  /** Takes the timer and the listeners away. Call it as soon as nobody looks at the signal any more. */
  release: () => void
}

export interface TimeLimit extends HeldSignal {
  /** Whether the time is over, rather than one of the other signals aborted. */
  isOver: () => boolean
}

/** Why a signal of a time limit aborted. The name is the one that `fetch` and its like look for. */
class TimeLimitReached extends Error {
  override name = 'TimeoutError'
  constructor(ms: number) {
    super(`The time limit of ${ms} ms was reached.`)
  }
}

/**
 * A signal that aborts as soon as one of `signals` does, with its reason. Node 20 may collect the signals behind
 * `AbortSignal.any`, so that it never aborts (nodejs/node #57736); the listeners here hold them.
 */
export function linkSignals(signals: readonly (AbortSignal | undefined)[]): HeldSignal {
  const controller = new AbortController()
  const listened = signals.flatMap((signal) => {
    if (!signal) return []
    const abort = () => controller.abort(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
    return [{ signal, abort }]
  })
  return {
    signal: controller.signal,
    release: () => {
      for (const { signal, abort } of listened) signal.removeEventListener('abort', abort)
    },
  }
}

interface Limits {
  ms: number
  /** What else ends the work. */
  signals?: readonly (AbortSignal | undefined)[]
  /** Why the signal aborts when the time is over. */
  reason?: Error
}

/**
 * A signal that aborts after `ms` milliseconds, or with one of `signals`. Its timer is held, as that of
 * `AbortSignal.timeout` is not on Node 20.
 */
function startTimeLimit({ ms, signals = [], reason = new TimeLimitReached(ms) }: Limits): TimeLimit {
  const over = new AbortController()
  const linked = linkSignals([...signals, over.signal])
  const timer = setTimeout(() => over.abort(reason), ms)
  return {
    signal: linked.signal,
    isOver: () => over.signal.aborted,
    release: () => {
      clearTimeout(timer)
      linked.release()
    },
  }
}

/** Runs work that heeds the signal it is given. For work that may not, see `raceTimeLimit`. */
export async function withTimeLimit<T>(limits: Limits, work: (limit: TimeLimit) => Promise<T>): Promise<T> {
  const limit = startTimeLimit(limits)
  try {
    return await work(limit)
  } finally {
    limit.release()
  }
}

/** The same, and does not wait for work that goes on after its signal aborted. @throws the signal's reason then. */
export function raceTimeLimit<T>(limits: Limits, work: (limit: TimeLimit) => Promise<T>): Promise<T> {
  return withTimeLimit(limits, async (limit) => {
    const aborted = whenAborted(limit.signal)
    return Promise.race([work(limit), aborted])
  })
}

/** Ends when a signal aborts. @throws its reason then. */
export function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason as Error)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}
