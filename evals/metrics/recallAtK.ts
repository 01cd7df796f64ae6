/** 1 when one of the first `k` retrieved documents is a right one, else 0; null for a question without right documents. */
export const recallAtK = (o: {
  retrieved: readonly string[]
  gold: readonly string[]
  k: number
}): number | null => {
  if (o.gold.length === 0) return null
  return o.retrieved.slice(0, o.k).some((id) => o.gold.includes(id)) ? 1 : 0
}
