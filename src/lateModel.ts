import type { ModelChoice } from './models'

/** The first wait before a server is asked again, in ms; each further one is twice as long. */
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000

/**
 * Asks again and again for a model that was not there at the start, until it is: a slow or restarting server must not mean
 * words alone until somebody restarts this one too. Keeps no process alive.
 * @returns stops asking.
 */
export function connectLater(
  choose: () => Promise<ModelChoice>,
  {
    onFound,
    firstWaitMs = FIRST_WAIT_MS,
  }: { onFound: (choice: ModelChoice) => unknown; firstWaitMs?: number },
): () => void {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const after = (waitMs: number) => {
    timer = setTimeout(() => void ask(waitMs), waitMs).unref()
  }
  const ask = async (waitMs: number) => {
    const choice = await choose().catch(() => null)
    if (stopped) return
    if (choice?.model) await onFound(choice)
    else after(Math.min(2 * waitMs, LONGEST_WAIT_MS))
  }
  after(firstWaitMs)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
