/**
 * Normalised discounted cumulative gain with binary gains: sum of 1/log2(rank + 1) over the right documents among the
 * first `k`, over the same sum if all right documents came first. A document counts once. Null without right documents.
 */
export const ndcgAtK = (o: {
  retrieved: readonly string[]
  gold: readonly string[]
  k: number
}): number | null => {
  const gold = new Set(o.gold)
  if (gold.size === 0) return null
  const distinct = [...new Set(o.retrieved)].slice(0, o.k)
  const gain = distinct.reduce((sum, id, i) => sum + (gold.has(id) ? discount(i) : 0), 0)
  let ideal = 0
  for (let i = 0; i < Math.min(gold.size, o.k); i += 1) ideal += discount(i)
  return gain / ideal
}

const discount = (index: number): number => 1 / Math.log2(index + 2)
