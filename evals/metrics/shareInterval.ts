const Z = 1.96

/** A share with its interval after Wilson, 95 %. Pure. */
export function intervalOf({ count, of }: { count: number; of: number }): {
  count: number
  of: number
  value: number | null
  interval: [number, number] | null
} {
  if (of === 0) return { count, of, value: null, interval: null }
  const value = count / of
  const centre = (value + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of)
  const half = (Z * Math.sqrt((value * (1 - value)) / of + Z ** 2 / (4 * of ** 2))) / (1 + Z ** 2 / of)
  return { count, of, value, interval: [Math.max(0, centre - half), Math.min(1, centre + half)] }
}
