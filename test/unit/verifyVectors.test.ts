import { describe, expect, it } from 'vitest'
import { wrongVectors } from '../../src/commands/verify/vectors'
import type { Expected } from '../../src/commands/verify/expected'

const unit = (...values: number[]) => {
  const norm = Math.hypot(...values)
  return new Float32Array(values.map((value) => value / norm))
}
const pointWith = (vector: Float32Array | null, words = 'refunds') =>
  ({ point: { id: 'p', vector }, words }) as Expected
const version = { id: 'v', chunker: 'c', model: { id: 'm', dimensions: 3 }, denseWeight: 0.5 }
const model = (made: Float32Array | null, id = 'm') => ({
  id,
  dimensions: 3,
  embed: () => Promise.reject(new Error('nothing is embedded to verify')),
  remembered: (texts: string[]) => Promise.resolve(texts.map(() => made)),
})
const why = async (
  vector: Float32Array | null,
  o: Partial<Parameters<typeof wrongVectors>[0]> = {},
): Promise<string | null> => {
  const expected = [pointWith(vector)]
  return (await wrongVectors({ version, model: model(null), expected, ...o }))[0]?.why ?? null
}

describe('the vector of an index point', () => {
  it('is in order when it is the one that was made of its words, to the precision of stores', async () => {
    const made = unit(1, 2, 3)
    expect(await why(made, { model: model(made) })).toBeNull()
    expect(await why(made.map((value) => value + 1e-5) as Float32Array, { model: model(made) })).toBeNull()
  })

  it('is named when another was put in its place', async () => {
    expect(await why(unit(3, 2, 1), { model: model(unit(1, 2, 3)) })).toContain('another vector')
  })

  it('is judged by its length and norm alone where nothing remembers it, or another model does', async () => {
    expect(await why(unit(3, 2, 1))).toBeNull()
    expect(await why(unit(3, 2, 1), { model: null })).toBeNull()
    expect(await why(unit(3, 2, 1), { model: model(unit(1, 2, 3), 'other') })).toBeNull()
    expect(await why(unit(1, 1))).toContain('2 dimensions')
    expect(await why(new Float32Array([1, 1, 1]))).toContain('length 1.73')
    expect(await why(new Float32Array([NaN, 0, 0]))).toContain('length NaN')
    expect(await why(null)).toContain('no vector')
  })

  it('is none in an index of words alone', async () => {
    const words = { ...version, model: null }
    expect(await why(null, { version: words })).toBeNull()
    expect(await why(unit(1, 1, 1), { version: words })).toContain('words alone')
  })
})
