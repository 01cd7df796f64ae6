/** When a release is in force: from `validFrom` on, until before `validTo`. Epoch milliseconds; null is open. */
export interface Window {
  validFrom: number
  validTo: number | null
}

/** What decides a release’s window. Epoch milliseconds. */
export interface ReleaseTimes {
  id: string
  /** 1, 2, 3 … in the order in which the document’s releases were published. */
  sequence: number
  /** Null before it is activated. */
  validFrom: number | null
  expiresAt: number | null
  withdrawnAt: number | null
}

/**
 * The window of each activated release of one document: at every instant the release published last, of those that have
 * begun, holds; until it expires, is withdrawn or is followed. One that was withdrawn before it began never held, and
 * ends no other. So no instant has two, and cancelling a release leaves no hole.
 */
export const planWindows = (releases: readonly ReleaseTimes[]): Map<string, Window> => {
  const windows = new Map<string, Window>()
  for (const release of releases) {
    const { validFrom, expiresAt, withdrawnAt } = release
    if (validFrom === null) continue
    const followers = releases
      .filter((other) => other.sequence > release.sequence)
      .flatMap((other) => (other.validFrom !== null && everBegan(other) ? [other.validFrom] : []))
    const ends = [expiresAt, withdrawnAt, ...followers].filter((end) => end !== null)
    windows.set(release.id, {
      validFrom,
      validTo: ends.length ? Math.max(validFrom, Math.min(...ends)) : null,
    })
  }
  return windows
}

const everBegan = ({ validFrom, withdrawnAt }: ReleaseTimes): boolean =>
  validFrom !== null && (withdrawnAt === null || withdrawnAt > validFrom)

/**
 * When a release that is put in force now begins: at its effective date, else now. A date in the past reaches back only
 * over time in which nothing of the document was in force, because what was served then stays what was served then.
 */
export const beginningOf = ({
  effectiveFrom,
  others,
  now,
}: {
  effectiveFrom: number | null
  /** The windows of the document’s other releases. */
  others: readonly Window[]
  now: number
}): number => {
  if (effectiveFrom === null) return now
  if (effectiveFrom > now) return effectiveFrom
  const served = others.filter((other) => lasts(other) && other.validFrom < now)
  return Math.max(effectiveFrom, ...served.map(({ validTo }) => Math.min(validTo ?? now, now)))
}

/** Whether a release is in force at an instant. */
export const inForce = ({ validFrom, validTo }: Window, at: number): boolean =>
  validFrom <= at && (validTo === null || at < validTo)

/** Whether there is any instant in the window. */
export const lasts = ({ validFrom, validTo }: Window): boolean => validTo === null || validTo > validFrom

/** The window of a stored release, whose instants are ISO 8601; null before it was put in force. */
export const windowOf = ({
  validFrom,
  validTo,
}: {
  validFrom?: string | null
  validTo?: string | null
}): Window | null =>
  validFrom ? { validFrom: Date.parse(validFrom), validTo: validTo ? Date.parse(validTo) : null } : null
