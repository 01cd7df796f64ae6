import type { RiskTier } from '../vocabulary'
import { REVIEW_EVERY_DAYS } from './verification'

/** Who looks after a text and how often it must be confirmed. Above standard both are part of what is signed. */
export interface Care {
  owner: string | null
  reviewEveryDays: number
}

/** Null for a standard text, where they are not signed. */
export const signedCareOf = (
  riskTier: RiskTier,
  { owner, reviewEveryDays }: { owner: string | null; reviewEveryDays: number | null | undefined },
): Care | null =>
  riskTier === 'standard' ? null : { owner, reviewEveryDays: reviewEveryDays ?? REVIEW_EVERY_DAYS }

/** What a record of a signature or a release keeps of it; null for one from before it was signed. */
export const keptCare = ({
  owner,
  reviewEveryDays,
}: {
  owner: string | null
  reviewEveryDays?: number | null | undefined
}): Care | null => (reviewEveryDays ? { owner, reviewEveryDays } : null)

export const sameCare = (a: Care | null, b: Care | null): boolean =>
  a?.owner === b?.owner && a?.reviewEveryDays === b?.reviewEveryDays
