import { describe, expect, it } from 'vitest'
import { createDots, LANES } from '../../src/retrieval/stores/embedded.dot.mjs'
import { createVectorCache } from '../../src/retrieval/stores/embedded.vectors.mjs'
import { aDirection, seeded } from '../../scripts/bench/random'

const plainDot = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)

const rowOf = (id: string, vector: Float32Array, changes: Record<string, unknown> = {}) =>
  ({
    id,
    hash: `hash-${id}`,
    audience: 'public',
    valid_from: 0,
    valid_to: null,
    vector: vector.slice().buffer,
    ...changes,
  }) as never

const query = (dense: Float32Array, changes = {}) => ({
  dense,
  audiences: ['public'],
  at: 1,
  limit: 10,
  ...changes,
})

describe('the dot products in WebAssembly', () => {
  it.each([16, 32, 384, 1_536, 3_072])('are those of plain JavaScript in %i dimensions', (dimensions) => {
    const random = seeded(dimensions)
    const [rows, bytes] = [50, dimensions * 4]
    const list = bytes
    const base = bytes + 1_024
    const { dots, memory, grow } = createDots(base)
    grow(base + rows * bytes)
    const floats = new Float32Array(memory.buffer)
    const vectors = Array.from({ length: rows }, () => aDirection(random, dimensions))
    const question = aDirection(random, dimensions)
    floats.set(question)
    vectors.forEach((vector, i) => floats.set(vector, (base + i * bytes) / 4))
    const order = Array.from({ length: rows }, (_, i) => (i * 7) % rows)
    new Uint32Array(memory.buffer).set(order, list / 4)
    dots(0, base, bytes, list, rows, list + rows * 4)
    order.forEach((row, i) =>
      expect(floats[list / 4 + rows + i]).toBeCloseTo(plainDot(question, vectors[row]!), 6),
    )
    expect(dimensions % LANES).toBe(0)
  })
})

describe('the vectors in memory', () => {
  it.each([1, 4, 15, 17, 384])(
    'rank as plain JavaScript does, over blocks and after removals (%i)',
    (dimensions) => {
      const random = seeded(dimensions)
      const cache = createVectorCache(dimensions)
      const vectors = new Map<string, Float32Array>()
      for (let i = 0; i < 9_000; i++) {
        const id = `id-${i}`
        vectors.set(id, aDirection(random, dimensions))
        cache.set(rowOf(id, vectors.get(id)!))
      }
      for (let i = 0; i < 500; i++) {
        const id = `id-${random.below(9_000)}`
        cache.remove(id)
        vectors.delete(id)
      }
      const question = aDirection(random, dimensions)
      const found = cache.nearest(query(question))
      const expected = [...vectors].map(([, vector]) => plainDot(question, vector)).sort((a, b) => b - a)
      expect(found).toHaveLength(10)
      found.forEach(({ id, score }, i) => {
        expect(score).toBeCloseTo(plainDot(question, vectors.get(id)!), 6)
        expect(score).toBeCloseTo(expected[i]!, 6)
      })
    },
  )

  it('leave out whom they are not for and what is not in force, and break ties by id', () => {
    const cache = createVectorCache(4)
    const vector = Float32Array.of(1, 0, 0, 0)
    cache.set(rowOf('b', vector))
    cache.set(rowOf('a', vector))
    cache.set(rowOf('internal', vector, { audience: 'internal' }))
    cache.set(rowOf('later', vector, { valid_from: 2 }))
    cache.set(rowOf('ended', vector, { valid_to: 1 }))
    const idsOf = (changes = {}) => cache.nearest(query(vector, changes)).map(({ id }) => id)
    expect(idsOf()).toEqual(['a', 'b'])
    expect(idsOf({ audiences: ['nobody', 'internal'] })).toEqual(['internal'])
    expect(idsOf({ audiences: [] })).toEqual([])
    expect(idsOf({ at: 0 })).toEqual(['a', 'b', 'ended'])
    expect(idsOf({ limit: 0 })).toEqual([])
    cache.set(rowOf('a', Float32Array.of(0, 1, 0, 0)))
    expect(idsOf({ limit: 1 })).toEqual(['b'])
    cache.remove('b')
    expect(idsOf()).toEqual(['a'])
  })
})
