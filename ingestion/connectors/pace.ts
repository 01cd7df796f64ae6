import PQueue from 'p-queue'

/** Runs work on a host when its turn has come. `delayMs` is what the host itself asks to have between two requests. */
export type Pace = <T>(
  work: () => Promise<T>,
  host: { host: string; delayMs?: number; signal: AbortSignal },
) => Promise<T>

/** At most `perSecond` requests start on one host in a second, whoever asks; fewer where the host wants it. */
export function createPace({ perSecond }: { perSecond: number }): Pace {
  const queues = new Map<string, PQueue>()
  return async (work, { host, delayMs = 0, signal }) => {
    const interval = Math.max(delayMs, 1000 / perSecond)
    const key = `${host} ${interval}`
    const queue = queues.get(key) ?? new PQueue({ intervalCap: 1, interval })
    queues.set(key, queue)
    // Not as p-queue's own option: it leaves a listener on the signal for every task.
    await queue.add(() => signal.throwIfAborted())
    return work()
  }
}
