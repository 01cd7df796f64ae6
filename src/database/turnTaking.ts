/** How long statements may follow one another before the rest of the process has a turn, in ms. */
const TURN_MS = 10

let since = performance.now()
let turning: Promise<void> | null = null

/**
 * Lets the event loop turn when statements have held it for a while. SQLite answers at once, so that work of nothing but
 * statements is one chain of promises: without this, requests wait until it is done, and so does what frees memory.
 */
export async function takeTurns(): Promise<void> {
  if (performance.now() - since < TURN_MS) return
  turning ??= new Promise<void>((resolve) => {
    setImmediate(() => {
      since = performance.now()
      turning = null
      resolve()
    })
  })
  await turning
}
