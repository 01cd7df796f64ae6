import type { EmbeddingModel, IndexVersion } from '../../retrieval/types'
import type { Expected } from './expected'

/** Stores keep 32-bit numbers, and one makes vectors unit length again. */
const TOLERANCE = 1e-3

/**
 * Points whose vector cannot be that of their words: of another length or norm than the model's and, where the model's
 * cache still has the vector that was made of these words, another one than that. Nothing is embedded anew, so without
 * the cache a vector that was exchanged for another sound one is not noticed; it could cost recall, never put words
 * into an answer.
 */
export const wrongVectors = async ({
  version,
  model,
  expected,
}: {
  version: IndexVersion
  model: EmbeddingModel | null
  expected: readonly Expected[]
}): Promise<{ of: Expected; why: string }[]> => {
  const made =
    model && model.id === version.model?.id
      ? await model.remembered?.(expected.map(({ words }) => words))
      : null
  return expected.flatMap((of, i) => {
    const why = wrongWith(of.point.vector, {
      dimensions: version.model?.dimensions ?? 0,
      made: made?.[i] ?? null,
    })
    return why ? [{ of, why }] : []
  })
}

const wrongWith = (
  vector: Float32Array | null,
  { dimensions, made }: { dimensions: number; made: Float32Array | null },
): string | null => {
  if (dimensions === 0) return vector ? 'has a vector, in an index of words alone.' : null
  if (!vector) return 'has no vector.'
  if (vector.length !== dimensions)
    return `has a vector of ${vector.length} dimensions; its index version has ${dimensions}.`
  const norm = Math.hypot(...vector)
  if (!(Math.abs(norm - 1) < TOLERANCE)) return `has a vector of length ${norm.toPrecision(3)}, not 1.`
  if (made && !vector.every((value, i) => Math.abs(value - (made[i] ?? 0)) < TOLERANCE))
    return 'has another vector than the one that was made of its words.'
  return null
}
