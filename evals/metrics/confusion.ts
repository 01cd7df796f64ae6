/** How many questions of each kind (rows, in order of appearance) came to each outcome (columns). */
export const confusion = (
  rows: readonly { kind: string; outcome: string }[],
): Record<string, Record<string, number>> => {
  const matrix: Record<string, Record<string, number>> = {}
  for (const { kind, outcome } of rows) {
    const counts = (matrix[kind] ??= {})
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return matrix
}
