import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EmbeddingModel } from '../../src/retrieval/types'

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

/** What every embedding model promises. */
export function testEmbeddingModel(name: string, create: () => Promise<EmbeddingModel> | EmbeddingModel) {
  describe(`embedding model: ${name}`, () => {
    let model: EmbeddingModel

    beforeAll(async () => {
      model = await create()
    })

    afterAll(() => model.close?.())

    it('answers one vector of its dimensions and of length one for each text, in order', async () => {
      const texts = ['How do I get a refund?', 'Parcels arrive in three days.', 'How do I get a refund?']
      const vectors = await model.embed(texts, 'passage')
      expect(vectors.map((vector) => vector.length)).toEqual(texts.map(() => model.dimensions))
      for (const vector of vectors) expect(dot(vector, vector)).toBeCloseTo(1, 5)
      expect(dot(vectors[0]!, vectors[2]!)).toBeCloseTo(1, 5)
      expect(dot(vectors[0]!, vectors[1]!)).toBeLessThan(0.9)
    })

    it('puts a question nearer to the passage that answers it', async () => {
      const [question] = await model.embed(['refund for a late parcel'], 'query')
      const [near, far] = await model.embed(
        ['A refund is paid when a parcel is late.', 'Passwords need twelve characters.'],
        'passage',
      )
      expect(dot(question!, near!)).toBeGreaterThan(dot(question!, far!))
    })

    it('gives the same text the same vector, alone and among others', async () => {
      const [alone] = await model.embed(['A voucher expires after a year.'], 'passage')
      const among = await model.embed(['One.', 'A voucher expires after a year.', 'Another.'], 'passage')
      expect(dot(alone!, among[1]!)).toBeCloseTo(1, 5)
    })

    it('answers nothing for nothing', async () => {
      expect(await model.embed([], 'passage')).toEqual([])
    })

    it.each([
      ['an empty text', ''],
      ['a text of 100,000 characters', 'refund '.repeat(14_300)],
      ['other scripts, emoji and a NUL', '退款 возврат 🙂 \0'],
    ])('answers a sound vector for %s', async (_, text) => {
      const [vector] = await model.embed([text], 'passage')
      expect(vector).toHaveLength(model.dimensions)
      expect(dot(vector!, vector!)).toBeCloseTo(1, 5)
    })

    it('answers many calls at once, each with its own vectors', async () => {
      const words = ['refund', 'parcel', 'password', 'invoice', 'warranty', 'privacy']
      const alone = await Promise.all(words.map(async (word) => (await model.embed([word], 'query'))[0]!))
      const together = await model.embed(words, 'query')
      alone.forEach((vector, i) => expect(dot(vector, together[i]!)).toBeCloseTo(1, 5))
    })

    it('has an id that names its weights', () => {
      expect(model.id).toMatch(/.+@.+/)
    })
  })
}
