/** The mean of the scores that exist; null when none does. */
export const mean = (scores: readonly (number | null)[]): number | null => {
  const given = scores.filter((score) => score !== null)
  return given.length === 0 ? null : given.reduce((a, b) => a + b, 0) / given.length
}
