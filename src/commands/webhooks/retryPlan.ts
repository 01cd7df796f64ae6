const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long after each failed try the next one comes, in ms: 17 h 35 min in all. */
const PAUSES = [5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR] as const

/** The receiver says that nobody will ever be there again. */
const GONE = 410

/** How much later than planned a try may come, so that a receiver which is back is not met by all of them at once. */
const JITTER = 0.1

/**
 * When a message is sent again after its `attempts`-th try failed; null when it is given up. Pure but for `random`.
 * @param status what the receiver answered; none when it did not.
 */
export function nextTry({
  attempts,
  status,
  now,
  random = Math.random,
}: {
  attempts: number
  status: number | undefined
  now: number
  random?: () => number
}): Date | null {
  const pause = PAUSES[attempts - 1]
  if (status === GONE || pause === undefined) return null
  return new Date(now + Math.round(pause * (1 + JITTER * random())))
}
