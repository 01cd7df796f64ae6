import { RISK_TIERS, type RiskTier } from '../vocabulary'

/** One version that was signed, in the order of versions. */
export interface SignedVersion {
  version: number
  riskTier: RiskTier
  /** The id of its topic; null for none. */
  topic: string | null
  /** Whether a release was made of it, whatever became of that since. */
  released: boolean
  /** Whether compliance was among its signers. */
  byCompliance: boolean
}

export interface Held {
  riskTier: RiskTier
  /** The topic whose approvers sign, since a text above standard was released under it. */
  topic: string | null
}

/** Lowering a text’s tier needs the signatures of the higher one, or lowering it would be the way round them. */
export function stricterTier(a: RiskTier, b: RiskTier): RiskTier {
  return RISK_TIERS.indexOf(a) >= RISK_TIERS.indexOf(b) ? a : b
}

/**
 * The strictest tier that a document ever had, in force or not: it holds until a version of a lower one is released that
 * compliance signed. Pure.
 */
export const heldBy = (history: readonly SignedVersion[]): Held =>
  history
    .toSorted((a, b) => a.version - b.version)
    .reduce<Held>(
      (held, signed) => {
        const lowers = stricterTier(held.riskTier, signed.riskTier) !== signed.riskTier
        if (lowers && !(signed.released && signed.byCompliance)) return held
        if (signed.riskTier === 'standard') return { riskTier: 'standard', topic: null }
        return { riskTier: signed.riskTier, topic: signed.released ? signed.topic : held.topic }
      },
      { riskTier: 'standard', topic: null },
    )
