/** The dot product of two vectors of one length: their cosine where both have length 1. 0 where one is missing. */
export function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  let sum = 0
  if (a && b) for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
