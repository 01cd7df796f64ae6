import type { Desk } from './conversation'
import type { Looked } from './transport'

/** Between two looks, in seconds: soon at first and after a reply, then ever less often. */
const [SOONEST, SELDOMEST, SLOWER] = [4, 60, 1.5]
/** After so long nobody waits in this tab any more; whoever comes back to it looks again. */
const LONGEST_MS = 4 * 60 * 60_000

export interface Watch {
  /** Looks soon: a person was called, or the customer is back at the page. */
  wake: () => void
  stop: () => void
}

/** How long to wait after a look. @param last the wait before it, in seconds; null after something was new. */
export function nextWait(last: number | null, looked: Looked): number {
  if (!looked.ok && looked.retryAfterSeconds) return Math.max(looked.retryAfterSeconds, SOONEST)
  return last === null ? SOONEST : Math.min(SELDOMEST, last * SLOWER)
}

/** Whether there is anything to wait for: a hand-over that nobody has ended. */
export const isOpen = (desk: Desk | null): desk is Desk =>
  desk !== null && desk.state !== 'resolved' && desk.state !== 'returned'

/**
 * Looks whether a colleague has answered, while a hand-over is open and the page is seen: soon, then less and less often until
 * something is new. One look at a time.
 */
export function createWatch({
  desk,
  look,
  isSeen,
  now = Date.now,
}: {
  desk: () => Desk | null
  /** Looks, and shows what is new. */
  look: () => Promise<Looked>
  /** Nobody looks at a page in the background. */
  isSeen: () => boolean
  now?: () => number
}): Watch {
  let timer: ReturnType<typeof setTimeout> | null = null
  let wait: number | null = null
  let since = 0
  let looking = false
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const plan = (seconds: number): void => {
    stop()
    if (isOpen(desk()) && isSeen() && now() - since < LONGEST_MS)
      timer = setTimeout(() => void once(), seconds * 1000)
  }
  const once = async (): Promise<void> => {
    if (looking) return
    looking = true
    const before = desk()
    const looked = await look()
    looking = false
    // Who has it, and how many replies there are: the same means nothing is new.
    const isNew = JSON.stringify(before) !== JSON.stringify(desk())
    if (!looked.ok && looked.isOver) return stop()
    wait = nextWait(isNew ? null : wait, looked)
    plan(wait)
  }
  return {
    wake: () => {
      wait = null
      since = now()
      plan(SOONEST)
    },
    stop,
  }
}
