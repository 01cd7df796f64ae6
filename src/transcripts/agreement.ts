import { groupBy } from '../groupBy'
import { latestVerdicts, type GivenVerdict } from './verdicts'

/** How far two people who judged the same turns agree. */
export interface Agreement {
  /** Turns that two people judged. */
  turns: number
  agreed: number
  /** Cohen’s kappa: 1 is full agreement, 0 what chance would give; null where there is nothing to tell it from. */
  kappa: number | null
}

/**
 * Over the turns that at least two people judged: of more, the first two. Who of them is first is told by their ids and not by who
 * was quicker, so that two people who judge all of them are the two raters of Cohen (1960). Pure.
 */
export function agreementOf(verdicts: readonly GivenVerdict[]): Agreement {
  const pairs = [...groupBy(latestVerdicts(verdicts), ({ receipt }) => receipt).values()].flatMap(
    (theirs) => {
      const [a, b] = theirs.toSorted((x, y) => x.at - y.at).slice(0, 2)
      return a && b ? [a.by < b.by ? [a.verdict, b.verdict] : [b.verdict, a.verdict]] : []
    },
  ) as [string, string][]
  const agreed = pairs.filter(([a, b]) => a === b).length
  return { turns: pairs.length, agreed, kappa: kappaOf(pairs) }
}

/** Cohen’s kappa of pairs of labels; null of none, and where chance alone would agree on all. Pure. */
export function kappaOf(pairs: readonly (readonly [string, string])[]): number | null {
  if (!pairs.length) return null
  const share = (count: number) => count / pairs.length
  const observed = share(pairs.filter(([a, b]) => a === b).length)
  const labels = [...new Set(pairs.flat())]
  const chance = labels.reduce(
    (sum, label) =>
      sum +
      share(pairs.filter(([a]) => a === label).length) * share(pairs.filter(([, b]) => b === label).length),
    0,
  )
  return chance === 1 ? null : (observed - chance) / (1 - chance)
}
