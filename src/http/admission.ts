import { availableParallelism } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import PQueue from 'p-queue'

/** There is more to do than can be done in time; said at once, and not after the time is over. */
export class Busy extends Error {
  override name = 'Busy'
  constructor(readonly retryAfterSeconds: number) {
    super('More is asked at this moment than can be answered in time.')
  }
}

export interface AdmissionState {
  busy: boolean
  running: number
  waiting: number
  /** How long one who comes now would wait, in ms. */
  expectedWaitMs: number
  /** How late a timer fires of late, in ms: what ends in time must be told to end by so much earlier. */
  loopDelayMs: number
}

export interface Admission {
  /** Does the work when its turn comes. @throws {Busy} before it has begun, when that would be too late. */
  run: <T>(work: () => Promise<T>) => Promise<T>
  state: () => AdmissionState
}

/** Of its budget, what a request may spend on waiting for its turn. */
const WAITING_SHARE = 0.4
/** How much the latest answer moves what is taken for usual. */
const LATEST = 0.2

/**
 * Lets so many in at once and a few wait; who would wait too long is refused early. The wait is reckoned from how long
 * answers took of late and how late the event loop runs, so it follows the machine and needs no tuning.
 */
export function createAdmission({
  budgetMs,
  atOnce = 2 * availableParallelism(),
  loopDelayMs = watchLoop(),
  now = () => performance.now(),
}: {
  budgetMs: number
  atOnce?: number
  loopDelayMs?: () => number
  now?: () => number
}): Admission {
  const queue = new PQueue({ concurrency: atOnce })
  const mostMs = budgetMs * WAITING_SHARE
  let usualMs = 0

  const state = (): AdmissionState => {
    const ahead = queue.pending < atOnce ? 0 : queue.size + 1
    const late = loopDelayMs()
    const expectedWaitMs = Math.max((ahead / atOnce) * usualMs, queue.pending ? late : 0)
    const busy = expectedWaitMs > mostMs
    return { busy, running: queue.pending, waiting: queue.size, expectedWaitMs, loopDelayMs: late }
  }
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const begun = now()
    try {
      return await work()
    } finally {
      const took = now() - begun
      usualMs = usualMs === 0 ? took : usualMs + LATEST * (took - usualMs)
    }
  }

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    const { busy, expectedWaitMs } = state()
    if (busy) throw busyFor(expectedWaitMs)
    let givenUp = false
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        givenUp = true
        reject(busyFor(mostMs))
      }, mostMs)
    })
    const turn = queue.add(() => {
      clearTimeout(timer)
      return givenUp ? Promise.reject(busyFor(mostMs)) : timed(work)
    })
    // Who gave up has been told; the place in the queue is passed over when it comes.
    turn.catch(() => {})
    return Promise.race([turn, tooLong]) as Promise<T>
  }
  return { run, state }
}

const busyFor = (waitMs: number) => new Busy(Math.max(1, Math.ceil(waitMs / 1000)))

/** How late the event loop ran in the last second or two, in ms. */
function watchLoop(): () => number {
  const histogram = monitorEventLoopDelay({ resolution: 20 })
  histogram.enable()
  let last = 0
  setInterval(() => {
    last = histogram.percentile(90) / 1e6
    histogram.reset()
  }, 1_000).unref()
  return () => last
}
