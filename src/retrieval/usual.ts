/** What is not there counts as this share of the best: about what the fiftieth of a question’s nearest passages comes to. */
const OF_BEST = 0.5

/**
 * What is usual among the scores of what was found: their mean, taken as if at least `least` had been found. How far the best
 * stands out can only be seen beside others, and an installation’s first text has none: alone, it would seem to stand out not
 * at all, and every question would be refused.
 */
export function usualOf(scores: readonly number[], least: number): number {
  if (scores.length === 0) return 0
  const missing = Math.max(0, least - scores.length)
  const sum = scores.reduce((total, score) => total + score, 0)
  return (sum + missing * OF_BEST * Math.max(...scores)) / (scores.length + missing)
}

/** How far the first stands above the next four where there are so many: the median of the demo’s questions. */
const USUAL_MARGIN = 0.3

/** How far the best fused score stands above the mean of the next four; each of these that is missing stands as far below as is usual. */
export function marginOf(fused: readonly number[]): number {
  const [first, ...rest] = fused.slice(0, 5)
  if (first === undefined) return 0
  const above = rest.reduce((sum, score) => sum + first - score, 0)
  return (above + (4 - rest.length) * USUAL_MARGIN) / 4
}
