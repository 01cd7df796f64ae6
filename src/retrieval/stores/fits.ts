import { StoreError } from '../../errors'
import type { IndexPoint, IndexVersion } from '../types'

/** Vectors of two models never meet in one index version. @throws {StoreError} naming the first point that does not fit. */
export function assertFits(version: IndexVersion, points: IndexPoint[]) {
  for (const { id, vector } of points) if (vector) assertVectorFits(version, vector, `chunk ${id}`)
}

/** @throws {StoreError} when the vector cannot be one of the version's model. */
export function assertVectorFits(version: IndexVersion, vector: Float32Array, whose: string) {
  const expected = version.model?.dimensions ?? 0
  if (vector.length !== expected)
    throw new StoreError(
      `The vector of ${whose} has ${vector.length} dimensions, index version ${version.id} has ${expected}. ` +
        'It was made by another model: build a new index version for that model.',
    )
  if (!vector.every(Number.isFinite))
    throw new StoreError(`The vector of ${whose} holds a value that is not a finite number; embed it again.`)
}
