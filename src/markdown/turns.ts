/** How long steps may follow one another before the rest of the process has its turn, in ms. */
const TURN_MS = 10

/** Work in steps, of which each is short; what comes of it at the end. */
export type Steps<T> = Generator<void, T, void>

/** Takes all steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Takes the steps, and lets others take their turn in between. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  let since = performance.now()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - since < TURN_MS) continue
    await turn()
    since = performance.now()
  }
}

/** Gives the event loop a turn. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
