/** The logistic of intercept plus weighted features: a probability. A feature without a weight, or a weight without its feature, counts nothing. */
export function likelihood(
  { intercept, weights }: { intercept: number; weights: Readonly<Partial<Record<string, number>>> },
  features: Readonly<Partial<Record<string, number>>>,
): number {
  let sum = intercept
  for (const name in weights) sum += (weights[name] ?? 0) * (features[name] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/** The log odds of a probability, which is taken to be at least `edge` away from 0 and from 1. */
export function logOdds(probability: number, edge: number): number {
  const safe = Math.min(1 - edge, Math.max(edge, probability))
  return Math.log(safe / (1 - safe))
}
