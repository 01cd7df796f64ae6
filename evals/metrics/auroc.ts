/**
 * Area under the ROC curve: the chance that a positive scores above a negative, ties counting half (Mann-Whitney).
 * Null when either kind is missing.
 */
export const auroc = (rows: readonly { score: number; positive: boolean }[]): number | null => {
  const positives = rows.filter(({ positive }) => positive).length
  const negatives = rows.length - positives
  if (positives === 0 || negatives === 0) return null
  const sorted = rows.toSorted((a, b) => a.score - b.score)
  let rankSum = 0
  for (let i = 0; i < sorted.length;) {
    let end = i
    while (end < sorted.length && sorted[end]?.score === sorted[i]?.score) end += 1
    const meanRank = (i + 1 + end) / 2
    rankSum += meanRank * sorted.slice(i, end).filter(({ positive }) => positive).length
    i = end
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}
