/** Of two items that were put together, how many belong together; and of those that do, how many were. */
export interface Pairwise {
  precision: number
  recall: number
  pairs: number
}

/** How a grouping agrees with the truth, over all pairs of items. 1 where there is no pair to be wrong about. Pure. */
export function pairwise(items: readonly { truth: string; group: string }[]): Pairwise {
  const together = pairsIn(items.map(({ group }) => group))
  const belong = pairsIn(items.map(({ truth }) => truth))
  const both = pairsIn(items.map(({ truth, group }) => JSON.stringify([truth, group])))
  return { precision: ratio(both, together), recall: ratio(both, belong), pairs: belong }
}

function pairsIn(labels: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  let pairs = 0
  for (const count of counts.values()) pairs += (count * (count - 1)) / 2
  return pairs
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
