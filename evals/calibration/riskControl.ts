/** An answer that would be given: how sure, and whether it would be right. */
interface Judged {
  confidence: number
  right: boolean
}

/** A line above which the share of wrong answers is promised to be small. */
export interface PromisedThreshold {
  threshold: number
  /** Answers above it among those that it was found on, and how many of them are wrong. */
  answers: number
  wrong: number
}

/**
 * The lowest confidence at which, with probability `certainty`, at most the share `risk` of the answers to questions like
 * these is wrong; null when nothing can be promised, because there are too few labels or too many wrong ones.
 *
 * Fixed-sequence testing of binomial tail bounds (Angelopoulos et al. 2021, "Learn then Test", section 4.2): lines are tried
 * from the surest answers down and the first that fails ends it. It begins where so many answers are covered that none
 * wrong would do, which is told from the confidences alone. `judged` must not have been fitted on.
 */
export const promisedThreshold = (o: {
  judged: readonly Judged[]
  /** Share of the answers, above 0 and below 1. */
  risk: number
  /** 0.95 for 95 %. */
  certainty: number
}): PromisedThreshold | null => {
  const { judged, risk, certainty } = o
  const sorted = judged.toSorted((a, b) => b.confidence - a.confidence)
  const fewest = Math.ceil(Math.log(1 - certainty) / Math.log(1 - risk))
  let promised: PromisedThreshold | null = null
  let wrong = 0
  for (const [i, { confidence, right }] of sorted.entries()) {
    if (!right) wrong += 1
    const answers = i + 1
    if (answers < fewest || sorted[answers]?.confidence === confidence) continue
    if (binomialTail({ trials: answers, successes: wrong, chance: risk }) > 1 - certainty) break
    promised = { threshold: confidence, answers, wrong }
  }
  return promised
}

/** P(at most `successes` of `trials`), each with `chance`; summed in logarithms, so that it holds for thousands. */
const binomialTail = (o: { trials: number; successes: number; chance: number }): number => {
  const { trials, successes, chance } = o
  let term = trials * Math.log1p(-chance)
  let sum = Math.exp(term)
  for (let k = 1; k <= successes; k += 1) {
    term += Math.log((trials - k + 1) / k) + Math.log(chance) - Math.log1p(-chance)
    sum += Math.exp(term)
  }
  return Math.min(1, sum)
}
