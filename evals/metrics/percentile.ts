/** The `p`th percentile (0 to 100) by the nearest rank: a value that was measured; null without values. */
export const percentile = (values: readonly number[], p: number): number | null => {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = Math.max(1, Math.ceil((p / 100) * sorted.length))
  return sorted[rank - 1] ?? null
}
