import { isInside, type TransactionScope } from './transactionScope'

/** A write that waits for the transaction that it is itself a part of: nobody would ever leave. */
export class SelfBlockedError extends Error {
  override name = 'SelfBlockedError'
  constructor() {
    super(
      'A write waits for the transaction that it was made inside of, because it did not pass its req. It was refused, so that nobody else waits for it. Pass req, or write after the transaction.',
    )
  }
}

/** How often one who waits looks whether the transaction that it is part of still goes on, in ms. */
const LOOK_MS = 100
/** So many looks without a statement: the transaction waits for who waits for it. */
const STILL_LOOKS = 3

/**
 * A fair async lock: callers enter one at a time, in the order they came. Who waits for a transaction that it is part of
 * is refused once that transaction has stood still for a moment; what was begun in it and left to itself may wait.
 * @returns how many wait, and a function that waits for its turn and gives back the function that leaves. It is told the transaction that the
 *   caller is part of, and whether the turn is for that transaction itself.
 * @throws {SelfBlockedError} within half a second; an error when the turn does not come within `timeoutMs`.
 */
export const createTurnstile = (timeoutMs: number) => {
  let last: Promise<void> = Promise.resolve()
  let holder: TransactionScope | undefined
  let waiting = 0

  const takeTurn = async (waiter?: TransactionScope, { holds = false } = {}): Promise<() => void> => {
    const previous = last
    let open = () => {}
    last = new Promise<void>((resolve) => (open = resolve))
    const watch = watchHolder({ holder: () => holder, inside: waiter, timeoutMs })
    waiting++
    try {
      await Promise.race([previous, watch.failed])
    } catch (error) {
      // Those behind still wait for the one that holds the lock, not for us.
      void previous.then(open)
      throw error
    } finally {
      waiting--
      watch.end()
    }
    holder = holds ? waiter : undefined
    return () => {
      holder = undefined
      open()
    }
  }
  return { takeTurn, waiting: () => waiting }
}

function watchHolder({
  holder,
  inside,
  timeoutMs,
}: {
  holder: () => TransactionScope | undefined
  inside: TransactionScope | undefined
  timeoutMs: number
}) {
  let fail: (error: Error) => void
  const failed = new Promise<never>((_, reject) => (fail = reject))
  failed.catch(() => {})
  const late = setTimeout(() => fail(new Error(tooLate(timeoutMs))), timeoutMs)
  let seen: { held: TransactionScope | undefined; progress: number; looks: number } | undefined
  const look = () => {
    const held = holder()
    const progress = held?.progress ?? 0
    const same = held && seen?.held === held && seen.progress === progress
    seen = { held, progress, looks: same ? seen!.looks + 1 : 0 }
    if (held && isInside(inside, held) && seen.looks >= STILL_LOOKS) fail(new SelfBlockedError())
  }
  const looks = inside && setInterval(look, LOOK_MS)
  return {
    failed,
    end: () => {
      clearTimeout(late)
      if (looks) clearInterval(looks)
    },
  }
}

const tooLate = (timeoutMs: number) =>
  `The database writer was not free within ${timeoutMs} ms. Was something written inside an open transaction without passing its req?`
