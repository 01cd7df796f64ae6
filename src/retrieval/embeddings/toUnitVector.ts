import { EmbeddingError } from '../../errors'

/** A vector of length 1. @throws {EmbeddingError} unless there are `dimensions` finite numbers, not all zero. */
export function toUnitVector(numbers: unknown, { dimensions, from }: { dimensions: number; from: string }) {
  if (!Array.isArray(numbers))
    throw new EmbeddingError(`${from} answered something that is not a list of numbers.`)
  if (numbers.length !== dimensions)
    throw new EmbeddingError(
      `${from} answered a vector of ${numbers.length} dimensions, expected ${dimensions}. Check VOUCH_EMBEDDING_DIMENSIONS.`,
    )
  if (!numbers.every(Number.isFinite))
    throw new EmbeddingError(`${from} answered a vector with a value that is not a finite number.`)
  const norm = Math.hypot(...(numbers as number[]))
  if (norm < Number.EPSILON) throw new EmbeddingError(`${from} answered a vector of zeros.`)
  return Float32Array.from(numbers as number[], (value) => value / norm)
}
