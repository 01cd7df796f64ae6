/** 1 over the rank of the first right document, 0 when none was retrieved; null without right documents. Its mean is MRR. */
export const reciprocalRank = (o: {
  retrieved: readonly string[]
  gold: readonly string[]
}): number | null => {
  if (o.gold.length === 0) return null
  const rank = o.retrieved.findIndex((id) => o.gold.includes(id)) + 1
  return rank === 0 ? 0 : 1 / rank
}
