import type { RiskTier } from '../vocabulary'

/** Days after which an asking counts half. */
export const HALF_LIFE_DAYS = 30
const HALF_LIFE_MS = HALF_LIFE_DAYS * 86_400_000

/** How much worse it is to have no answer, by the tier of the text that comes nearest. */
export const RISK: Record<RiskTier, number> = { standard: 1, sensitive: 2, regulated: 4 }

/** The tier of a gap that was asked near texts of both: what is missing beside the stricter one stays as grave. */
export const stricterTier = (a: RiskTier, b: RiskTier): RiskTier => (RISK[b] > RISK[a] ? b : a)

/** Minutes that an asking costs: the customer’s own, and a colleague’s where it was handed over. */
export const MINUTES = { asking: 1, handover: 6 } as const

export interface Weighed {
  tier: RiskTier
  seen: number
  /** Askings that were passed to a person. */
  handovers: number
}

/** What the impact of a gap is made of. */
export interface Impact {
  /** Askings, each of which counts half after each half-life: volume × recency. */
  asked: number
  risk: number
  /** Minutes an asking. */
  cost: number
  /** asked × risk × cost */
  impact: number
}

/** Minutes that one asking costs, on average. Pure. */
export const costOf = ({ seen, handovers }: Weighed): number =>
  seen === 0 ? MINUTES.asking : MINUTES.asking + (MINUTES.handover * Math.min(handovers, seen)) / seen

/**
 * What gaps are ranked by: the logarithm of their impact as it would be at the epoch. All impacts halve in the same time, so the
 * order by rank is the order by impact at any instant, and a database can sort by it. Pure.
 * @param asked instants of askings that have not been counted. @param before the gap as it was; null for a new one.
 */
export function rankAfter(o: {
  before: (Weighed & { rank: number }) | null
  after: Weighed
  asked: readonly number[]
}): number {
  const heats = o.asked.map((at) => at / HALF_LIFE_MS)
  if (o.before) heats.push(o.before.rank - Math.log2(worthOf(o.before)))
  const most = Math.max(...heats)
  // Relative to the hottest, for 2 to the power of an instant is larger than a number holds.
  const sum = heats.reduce((all, heat) => all + 2 ** (heat - most), 0)
  return most + Math.log2(sum) + Math.log2(worthOf(o.after))
}

/** A gap’s impact at an instant, and what it is made of. Pure. */
export function impactAt(gap: Weighed & { rank: number }, now: number): Impact {
  const impact = 2 ** (gap.rank - now / HALF_LIFE_MS)
  const risk = RISK[gap.tier]
  const cost = costOf(gap)
  return { asked: impact / worthOf(gap), risk, cost, impact }
}

const worthOf = (weighed: Weighed): number => RISK[weighed.tier] * costOf(weighed)
