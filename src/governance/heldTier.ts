import type { RiskTier } from '../vocabulary'
import { stricterTier } from './permissions'

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
