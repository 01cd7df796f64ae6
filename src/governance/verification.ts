/** Whether a text is still known to be true; separate from its workflow. */
export const VERIFICATIONS = ['verified', 'due', 'overdue'] as const
export type Verification = (typeof VERIFICATIONS)[number]

const DAY_MS = 86_400_000

/** Days after the review date from which a text counts as overdue. */
export const GRACE_DAYS = 14

/** How a text stands at an instant. @param reviewAt ISO 8601; without one the text was never verified. @param now epoch ms. */
export const verificationOf = (reviewAt: string | null | undefined, now: number): Verification => {
  if (!reviewAt) return 'due'
  const due = Date.parse(reviewAt)
  if (now < due) return 'verified'
  return now < due + GRACE_DAYS * DAY_MS ? 'due' : 'overdue'
}

/** How often a text is looked at again unless it says otherwise. */
export const REVIEW_EVERY_DAYS = 180

/** When a text that was confirmed at an instant (ISO 8601) must be confirmed again. */
export const nextReview = (verifiedAt: string, everyDays: number | null | undefined): string =>
  new Date(Date.parse(verifiedAt) + (everyDays ?? REVIEW_EVERY_DAYS) * DAY_MS).toISOString()
