/**
 * What somebody who waits for an answer is told: the answer, or that none came in time. Whoever is first settles it, so
 * that what is on record is what was told.
 */
export interface Delivery {
  /** The answer is about to be stored and will be told. @returns false where the waiting was given up before. */
  claim: () => boolean
  /** Nobody waits any longer. @returns false where the answer is being stored, and will be told. */
  giveUp: () => boolean
}

export function startDelivery(): Delivery {
  let settled: 'claimed' | 'given up' | null = null
  return {
    claim: () => (settled ??= 'claimed') === 'claimed',
    giveUp: () => (settled ??= 'given up') === 'given up',
  }
}
