/**
 * A fair async lock: callers enter one at a time, in the order they came.
 * @returns a function that waits for its turn and gives back the function that leaves.
 * @throws when the turn does not come within `timeoutMs`.
 */
export const createTurnstile = (timeoutMs: number) => {
  let last: Promise<void> = Promise.resolve()
  return async (): Promise<() => void> => {
    const previous = last
    let leave = () => {}
    last = new Promise<void>((resolve) => (leave = resolve))
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () =>
          reject(
            new Error(
              `The database writer was not free within ${timeoutMs} ms. Was something written inside an open transaction without passing its req?`,
            ),
          ),
        timeoutMs,
      )
    })
    try {
      await Promise.race([previous, late])
    } catch (error) {
      // Those behind still wait for the one that holds the lock, not for us.
      void previous.then(leave)
      throw error
    } finally {
      clearTimeout(timer)
    }
    return leave
  }
}
