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

/** Shares of the answers, the surest first, from which lines are tried downwards. */
const STARTS = [1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2]

/**
 * The lowest confidence at which, with probability `certainty`, at most the share `risk` of the answers to questions like
 * these is wrong; null when nothing can be promised, because there are too few labels or too many wrong ones.
 *
 * Learn then Test (Angelopoulos et al. 2021, https://arxiv.org/abs/2110.01052, section 4.2): binomial tail bounds, tested in
 * a fixed sequence from several starts that share the probability of error, so that one wrong answer among the surest does
 * not end everything. Where the starts lie is told from the number of answers alone. `judged` must not have been fitted on.
 */
export const promisedThreshold = (o: {
  judged: readonly Judged[]
  /** Share of the answers, above 0 and below 1. */
  risk: number
  /** 0.95 for 95 %. */
  certainty: number
}): PromisedThreshold | null => {
  const { judged, risk, certainty } = o
  const error = (1 - certainty) / STARTS.length
  const lines = linesOf(judged)
  // With fewer answers, not even none wrong would do.
  const fewest = Math.ceil(Math.log(error) / Math.log(1 - risk))
  const holds = ({ answers, wrong }: PromisedThreshold) =>
    binomialTail({ trials: answers, successes: wrong, chance: risk }) <= error
  const lowest = (least: number): PromisedThreshold | undefined => {
    const tried = lines.filter(({ answers }) => answers >= least)
    const failed = tried.findIndex((line) => !holds(line))
    return failed === -1 ? tried.at(-1) : tried[failed - 1]
  }
  return STARTS.map((share) => lowest(Math.max(fewest, Math.ceil(share * judged.length))))
    .filter((line) => line !== undefined)
    .reduce<PromisedThreshold | null>(
      (best, line) => (best && best.answers >= line.answers ? best : line),
      null,
    )
}

/** Every line that can be drawn, the surest answers first; equally sure ones come together. */
const linesOf = (judged: readonly Judged[]): PromisedThreshold[] => {
  const sorted = judged.toSorted((a, b) => b.confidence - a.confidence)
  const lines: PromisedThreshold[] = []
  let wrong = 0
  for (const [i, { confidence, right }] of sorted.entries()) {
    if (!right) wrong += 1
    if (sorted[i + 1]?.confidence !== confidence) lines.push({ threshold: confidence, answers: i + 1, wrong })
  }
  return lines
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
