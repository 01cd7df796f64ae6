import type { RiskTier } from '../vocabulary'

const HOUR_MS = 3_600_000

/** How long a bot may take to acknowledge that what it told is recalled. */
export const ACKNOWLEDGE_WITHIN_MS: Record<RiskTier, number> = {
  regulated: HOUR_MS,
  sensitive: 4 * HOUR_MS,
  standard: 24 * HOUR_MS,
}

/** Until when a recall that was told at `told` (epoch ms) must be acknowledged; ISO 8601. */
export const deadlineOf = (riskTier: RiskTier, told: number): string =>
  new Date(told + ACKNOWLEDGE_WITHIN_MS[riskTier]).toISOString()
