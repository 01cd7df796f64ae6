import { createDots, LANES } from './stores/embedded.dot.mjs'

/** Vectors that one vector is compared with all at once. */
export interface VectorTable {
  /** As they were given, one after the other. */
  vectors: Float32Array
  /** The dot product of each of them with `vector`; overwritten by the next call. */
  dotsWith(vector: Float32Array): Float32Array
}

const FLOAT_BYTES = 4

/** @param vectors of `dimensions` floats each, one after the other. */
export function createVectorTable(vectors: Float32Array, dimensions: number): VectorTable {
  const count = vectors.length / dimensions
  const lanes = Math.ceil(dimensions / LANES) * LANES
  const stride = lanes * FLOAT_BYTES
  const [list, out, rows] = [stride, stride + count * FLOAT_BYTES, stride + 2 * count * FLOAT_BYTES]
  const { dots, memory } = createDots(rows + count * stride)
  const floats = new Float32Array(memory.buffer)
  const numbers = new Uint32Array(memory.buffer)
  for (let i = 0; i < count; i++) {
    numbers[list / FLOAT_BYTES + i] = i
    floats.set(vectors.subarray(i * dimensions, (i + 1) * dimensions), rows / FLOAT_BYTES + i * lanes)
  }
  const found = floats.subarray(out / FLOAT_BYTES, rows / FLOAT_BYTES)
  return {
    vectors,
    dotsWith: (vector) => {
      floats.set(vector)
      if (count > 0) dots(0, rows, stride, list, count, out)
      return found
    },
  }
}
