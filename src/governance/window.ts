/** When a release is in force: from `validFrom` on, until before `validTo`. Epoch milliseconds; null is open. */
export interface Window {
  validFrom: number
  validTo: number | null
}

/** The window of a stored release, whose instants are ISO 8601; null before it was put in force. */
export const windowOf = ({
  validFrom,
  validTo,
}: {
  validFrom?: string | null
  validTo?: string | null
}): Window | null =>
  validFrom ? { validFrom: Date.parse(validFrom), validTo: validTo ? Date.parse(validTo) : null } : null

export interface ReleaseWindow extends Window {
  id: string
}

/**
 * Puts a new release in force among the document's others, so that at no instant two are in force.
 * It begins at its effective date; a date in the past reaches back only over time in which nothing of the document was
 * in force, because what was served then stays what was served then.
 * @returns the new window, and the others that must end for it.
 */
export const planActivation = ({
  effectiveFrom,
  expiresAt,
  others,
  now,
}: {
  effectiveFrom: number | null
  expiresAt: number | null
  others: readonly ReleaseWindow[]
  now: number
}): Window & { ending: ReleaseWindow[] } => {
  const validFrom =
    effectiveFrom === null
      ? now
      : effectiveFrom > now
        ? effectiveFrom
        : Math.max(effectiveFrom, lastServed(others, now))
  const ending = others
    .filter((other) => isUnended(other) && (other.validTo === null || other.validTo > validFrom))
    .map(({ id, validFrom: began }) => ({ id, validFrom: began, validTo: Math.max(began, validFrom) }))
  return { validFrom, validTo: expiresAt === null ? null : Math.max(expiresAt, validFrom), ending }
}

/** Whether a release is in force at an instant. */
export const inForce = ({ validFrom, validTo }: Window, at: number): boolean =>
  validFrom <= at && (validTo === null || at < validTo)

const isUnended = ({ validFrom, validTo }: Window): boolean => validTo === null || validTo > validFrom

/** The end, not later than now, of the time in which one of these was in force. */
const lastServed = (others: readonly ReleaseWindow[], now: number): number =>
  Math.max(
    Number.NEGATIVE_INFINITY,
    ...others
      .filter((other) => isUnended(other) && other.validFrom < now)
      .map((other) => Math.min(other.validTo ?? now, now)),
  )
