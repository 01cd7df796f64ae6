const DAY_MS = 86_400_000

/** Of a key without a call in so many days: one that is younger was never used. Pure. */
export const notUsedWords = ({
  createdOn,
  days,
  now,
}: {
  /** ISO 8601. */
  createdOn: string
  days: number
  now: number
}): string => (now - Date.parse(createdOn) < days * DAY_MS ? 'not used yet' : `not used in ${days} days`)
