import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors'
import type { IndexPoint, IndexVersion, StoreQuery, VectorStore } from '../../src/retrieval/types'

const NOW = Date.UTC(2026, 5, 1)
const DAY = 86_400_000

export const aVersion = (changes: Partial<IndexVersion> = {}): IndexVersion => ({
  id: `contract-${randomUUID()}`,
  chunker: 'contract@1',
  model: { id: 'contract-model@1', dimensions: 4 },
  denseWeight: 0.5,
  ...changes,
})

/** A vector of unit length at an angle to the first axis, so that cosine falls as the angle grows. */
export const at = (degrees: number) => {
  const radians = (degrees * Math.PI) / 180
  return new Float32Array([Math.cos(radians), Math.sin(radians), 0, 0])
}

export const aPoint = (changes: Partial<IndexPoint> = {}): IndexPoint => ({
  id: randomUUID(),
  documentId: randomUUID(),
  releaseId: randomUUID(),
  audience: 'public',
  locale: 'en',
  contentHash: `hash-${randomUUID()}`,
  validFrom: NOW - DAY,
  validTo: null,
  words: 'Refunds are paid within ten days.',
  vector: at(0),
  ...changes,
})

export const aQuery = (changes: Partial<StoreQuery> = {}): StoreQuery => ({
  dense: at(0),
  words: 'refunds',
  filter: { audiences: ['public'], at: NOW },
  limit: 10,
  ...changes,
})

/** Unrelated text: inverse document frequency means little among two or three chunks. */
export const fillers = (vector: Float32Array | null = at(90)) =>
  ['parcels', 'passwords', 'invoices', 'warranties', 'privacy', 'gifts', 'stock', 'newsletters'].map((word) =>
    aPoint({ words: `Something about ${word}`, vector }),
  )

const idsOf = (leg: { id: string }[]) => leg.map(({ id }) => id)

export interface OpenStore {
  store: VectorStore
  /** Another connection to the same data, as a restart or a second process would have. */
  reopen(): Promise<VectorStore> | VectorStore
}

/** What every vector store promises. `create` opens an adapter on storage that the test may fill and drop. */
export function testVectorStore(name: string, create: () => Promise<OpenStore> | OpenStore) {
  describe(`vector store: ${name}`, () => {
    let open: OpenStore
    let store: VectorStore
    let version: IndexVersion
    const versions: IndexVersion[] = []
    const stores = new Set<VectorStore>()

    const prepare = async (changes: Partial<IndexVersion> = {}) => {
      version = aVersion(changes)
      versions.push(version)
      await store.ensure(version)
    }

    beforeEach(async () => {
      open ??= await create()
      store = open.store
      stores.add(store)
      await prepare()
    })

    afterAll(async () => {
      for (const made of versions) await open?.store.drop(made)
      for (const each of stores) await each.close()
    })

    it('finds a point by both legs, each with its own score and the content hash', async () => {
      const refund = aPoint({ vector: at(60) })
      await store.upsert(version, [refund, ...fillers()])
      const { dense, words } = await store.search(version, aQuery())
      expect(dense[0]).toMatchObject({ id: refund.id, contentHash: refund.contentHash })
      expect(dense[0]?.score).toBeCloseTo(0.5, 5)
      expect(words).toEqual([{ id: refund.id, contentHash: refund.contentHash, score: expect.any(Number) }])
      expect(words[0]?.score).toBeGreaterThan(0)
    })

    it('ranks each leg best first', async () => {
      const near = aPoint({
        vector: at(10),
        words: 'Refunds, and a long story about many other things entirely',
      })
      const far = aPoint({ vector: at(40), words: 'Refunds refunds refunds' })
      await store.upsert(version, [far, near, ...fillers()])
      const { dense, words } = await store.search(version, aQuery())
      expect(idsOf(dense).slice(0, 2)).toEqual([near.id, far.id])
      expect(idsOf(words)).toEqual([far.id, near.id])
      expect(words[0]!.score).toBeGreaterThan(words[1]!.score)
    })

    it('is asked for one leg alone', async () => {
      const point = aPoint()
      await store.upsert(version, [point, ...fillers()])
      const denseOnly = await store.search(version, aQuery({ words: undefined, limit: 1 }))
      const wordsOnly = await store.search(version, aQuery({ dense: undefined }))
      expect({ dense: idsOf(denseOnly.dense), words: denseOnly.words }).toEqual({
        dense: [point.id],
        words: [],
      })
      expect({ dense: wordsOnly.dense, words: idsOf(wordsOnly.words) }).toEqual({
        dense: [],
        words: [point.id],
      })
    })

    it('replaces a point that is put in again: old words, vector and audience are gone', async () => {
      const point = aPoint()
      await store.upsert(version, [point, ...fillers()])
      const changed = { ...point, words: 'Vouchers expire', contentHash: 'new', vector: at(80) }
      await store.upsert(version, [changed])
      expect(await store.count(version)).toBe(9)
      expect((await store.search(version, aQuery({ words: 'refunds' }))).words).toEqual([])
      const { dense, words } = await store.search(version, aQuery({ words: 'voucher' }))
      expect(words[0]).toMatchObject({ id: point.id, contentHash: 'new' })
      expect(dense.find(({ id }) => id === point.id)?.score).toBeCloseTo(Math.cos((80 * Math.PI) / 180), 5)
      await store.upsert(version, [{ ...changed, audience: 'internal' }])
      expect((await store.search(version, aQuery({ words: 'voucher' }))).words).toEqual([])
    })

    it('holds the same point once when it is put in twice', async () => {
      const point = aPoint()
      await store.upsert(version, [point])
      await store.upsert(version, [point])
      expect(await store.count(version)).toBe(1)
    })

    it('filters by audience inside the search: better matches for others never use up the limit', async () => {
      const hidden = Array.from({ length: 30 }, () =>
        aPoint({ audience: 'internal', words: 'refunds refunds' }),
      )
      const visible = aPoint({
        vector: at(50),
        words: 'A long note that mentions refunds among other matters',
      })
      await store.upsert(version, [...hidden, visible])
      const { dense, words } = await store.search(version, aQuery({ limit: 1 }))
      expect(idsOf(dense)).toEqual([visible.id])
      expect(idsOf(words)).toEqual([visible.id])
    })

    it('takes any of several audiences, and none for an empty list', async () => {
      const points = (['public', 'customer', 'internal'] as const).map((audience) => aPoint({ audience }))
      await store.upsert(version, points)
      const some = aQuery({ filter: { audiences: ['public', 'customer'], at: NOW } })
      expect(new Set(idsOf((await store.search(version, some)).dense))).toEqual(
        new Set([points[0]!.id, points[1]!.id]),
      )
      const none = await store.search(version, aQuery({ filter: { audiences: [], at: NOW } }))
      expect(none).toEqual({ dense: [], words: [] })
    })

    it('filters by instant inside the search: in force from validFrom on, no longer at validTo', async () => {
      const past = aPoint({ validFrom: NOW - 10 * DAY, validTo: NOW })
      const current = aPoint({ validFrom: NOW, validTo: NOW + DAY, vector: at(30) })
      await store.upsert(version, [past, current])
      const idsAt = async (instant: number) => {
        const found = await store.search(
          version,
          aQuery({ filter: { audiences: ['public'], at: instant }, limit: 1 }),
        )
        return [...idsOf(found.dense), ...idsOf(found.words)]
      }
      expect(await idsAt(NOW - 1)).toEqual([past.id, past.id])
      expect(await idsAt(NOW)).toEqual([current.id, current.id])
      expect(await idsAt(NOW + DAY)).toEqual([])
      expect(await idsAt(NOW - 11 * DAY)).toEqual([])
    })

    it('moves the window of the points named, and ignores ids it does not hold', async () => {
      const point = aPoint()
      const other = aPoint({ vector: at(45) })
      await store.upsert(version, [point, other])
      await store.setWindow(version, [point.id, randomUUID()], { validFrom: NOW - 2 * DAY, validTo: NOW })
      expect(idsOf((await store.search(version, aQuery())).dense)).toEqual([other.id])
      const before = aQuery({ filter: { audiences: ['public'], at: NOW - 2 * DAY } })
      expect(idsOf((await store.search(version, before)).words)).toEqual([point.id])
      await store.setWindow(version, [point.id], { validFrom: NOW, validTo: null })
      expect(idsOf((await store.search(version, aQuery())).dense)).toEqual([point.id, other.id])
      expect(await store.count(version)).toBe(2)
    })

    it('never finds a removed point again, and takes it back when it is put in again', async () => {
      const point = aPoint()
      await store.upsert(version, [point, ...fillers()])
      await store.search(version, aQuery())
      await store.remove(version, [point.id, randomUUID()])
      const gone = await store.search(version, aQuery({ limit: 100 }))
      expect(gone.words).toEqual([])
      expect(idsOf(gone.dense)).not.toContain(point.id)
      expect(await store.count(version)).toBe(8)
      await store.upsert(version, [point])
      expect((await store.search(version, aQuery())).dense[0]?.id).toBe(point.id)
    })

    it('returns no more than the limit for each leg', async () => {
      await store.upsert(version, [...Array.from({ length: 40 }, () => aPoint()), ...fillers()])
      const { dense, words } = await store.search(version, aQuery({ limit: 7 }))
      expect([dense.length, words.length]).toEqual([7, 7])
    })

    it('answers nothing for a limit of none', async () => {
      await store.upsert(version, [aPoint(), ...fillers()])
      expect(await store.search(version, aQuery({ limit: 0 }))).toEqual({ dense: [], words: [] })
    })

    it('ranks many points exactly, whatever was replaced and removed among them', async () => {
      const points = Array.from({ length: 300 }, (_, i) =>
        aPoint({ vector: at(i / 4), audience: i % 11 === 0 ? 'agent' : 'public' }),
      )
      await store.upsert(version, points)
      await store.search(version, aQuery())
      const removed = points.filter((_, i) => i % 5 === 0)
      await store.remove(version, idsOf(removed))
      const turned = points.slice(0, 20)
      for (const point of turned) point.vector = at(89)
      await store.upsert(version, turned)
      const expected = points
        .filter(
          (point) => point.audience === 'agent' && (!removed.includes(point) || points.indexOf(point) < 20),
        )
        .sort((a, b) => angleOf(a) - angleOf(b) || (a.id < b.id ? -1 : 1))
      function angleOf(point: IndexPoint) {
        const i = points.indexOf(point)
        return i < 20 ? 89 : i / 4
      }
      const filter = { audiences: ['agent'] as const, at: NOW }
      const { dense } = await store.search(version, aQuery({ filter, limit: 300 }))
      expect(idsOf(dense)).toEqual(idsOf(expected))
    })

    it('says which points do not hold the words that they should', async () => {
      const [right, other, more, fewer, absent] = [aPoint(), aPoint(), aPoint(), aPoint(), aPoint()] as const
      const german = aPoint({ words: 'Die Versicherungen der Kunden', locale: 'de' })
      const marked = aPoint({ words: 'हिन्दी में वापसी, naïve café, 退款政策' })
      const empty = aPoint({ words: '…' })
      await store.upsert(version, [right, other, more, fewer, german, marked, empty, ...fillers()])
      const wanted = [
        right,
        { ...other, words: 'Vouchers are valid for two years.' },
        { ...more, words: `${more.words} Vouchers too.` },
        { ...fewer, words: 'Refunds are paid.' },
        absent,
        german,
        marked,
        empty,
      ]
      const misworded = await store.checkWords(version)
      const wrong = await misworded(wanted)
      expect(wrong.sort()).toEqual([other, more, fewer, absent].map(({ id }) => id).sort())
      await store.upsert(version, [{ ...right, words: 'Vouchers expire.' }, other])
      await store.remove(version, [german.id])
      const after = await store.checkWords(version)
      expect((await after([right, other, german])).sort()).toEqual([right.id, german.id].sort())
    })

    it('lists every point as it holds it, across pages, with its vector when that is asked for', async () => {
      const points = Array.from({ length: 1_205 }, (_, i) => aPoint({ validTo: i % 2 ? null : NOW + i }))
      await store.upsert(version, points)
      const list = async (wanted: Parameters<VectorStore['ids']>[1]) => {
        const listed = []
        for await (const row of store.ids(version, wanted)) listed.push(row)
        return listed.sort(byId)
      }
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
      const held = (withVectors: boolean) =>
        points
          .map(
            ({ id, documentId, releaseId, audience, locale, contentHash, validFrom, validTo, vector }) => ({
              id,
              documentId,
              releaseId,
              audience,
              locale,
              contentHash,
              validFrom,
              validTo,
              vector: withVectors ? vector : null,
            }),
          )
          .sort(byId)
      expect(await list({ vectors: true })).toEqual(held(true))
      expect(await list({})).toEqual(held(false))
    })

    it('lists a point without a vector as such', async () => {
      await store.upsert(version, [aPoint({ vector: null })])
      for await (const point of store.ids(version, { vectors: true })) expect(point.vector).toBeNull()
    })

    it.each([
      ['an empty string', ''],
      ['spaces', '   '],
      ['punctuation', '?! … «»'],
      ['stop words alone', 'what is the'],
      ['a NUL character', '\0'],
    ])('answers nothing, not an error, for words that are %s', async (_, words) => {
      await store.upsert(version, [aPoint()])
      expect((await store.search(version, aQuery({ dense: undefined, words }))).words).toEqual([])
    })

    it.each([
      'refunds" OR "parcels',
      '"refunds',
      "refunds' --; drop table points",
      'NEAR(refunds, 2) NOT x',
      'refunds* ^refunds words:refunds {a b}:refunds',
      'refunds\0 and more',
      '(refunds',
      'refunds '.repeat(12_500),
    ])('reads search operators and quotes as text: %.40s', async (words) => {
      const point = aPoint()
      await store.upsert(version, [point, ...fillers()])
      expect(idsOf((await store.search(version, aQuery({ words }))).words)).toContain(point.id)
    })

    it('stores text that holds quotes, a NUL and other scripts', async () => {
      const point = aPoint({ words: 'He said "refunds\0" – naïve café, 退款政策, возврат; \'--' })
      await store.upsert(version, [point, ...fillers()])
      for (const words of ['naïve', 'café', 'возврат', '退款'])
        expect(idsOf((await store.search(version, aQuery({ words }))).words)).toEqual([point.id])
    })

    it('finds inflected forms of a word', async () => {
      const point = aPoint({ words: 'Cancelling subscriptions' })
      await store.upsert(version, [point, ...fillers()])
      expect(idsOf((await store.search(version, aQuery({ words: 'cancel a subscription' }))).words)).toEqual([
        point.id,
      ])
    })

    it('reads each text in its language, and a question in those of the index', async () => {
      const english = aPoint({ words: 'Insurance for travellers', vector: null })
      const german = aPoint({ words: 'Die Versicherungen der Kunden', locale: 'de', vector: null })
      await store.upsert(version, [english, german, ...fillers()])
      const found = async (words: string) => idsOf((await store.search(version, aQuery({ words }))).words)
      expect(await found('welche Versicherung')).toEqual([german.id])
      expect(await found('a traveller insured')).toEqual([english.id])
    })

    it('keeps an index of words alone', async () => {
      await prepare({ model: null })
      const point = aPoint({ vector: null })
      await store.upsert(version, [point, ...fillers(null)])
      const { dense, words } = await store.search(version, aQuery())
      expect({ dense, words: idsOf(words) }).toEqual({ dense: [], words: [point.id] })
    })

    it('finds a point without a vector by its words', async () => {
      const point = aPoint({ vector: null })
      await store.upsert(version, [point, ...fillers()])
      const { dense, words } = await store.search(version, aQuery({ limit: 100 }))
      expect(idsOf(words)).toEqual([point.id])
      expect(idsOf(dense)).not.toContain(point.id)
      await store.upsert(version, [{ ...point, vector: at(0) }])
      expect((await store.search(version, aQuery())).dense[0]?.id).toBe(point.id)
      await store.upsert(version, [point])
      expect(idsOf((await store.search(version, aQuery({ limit: 100 }))).dense)).not.toContain(point.id)
    })

    it('never mixes two index versions', async () => {
      await store.upsert(version, [aPoint()])
      await prepare()
      expect(await store.count(version)).toBe(0)
      expect(await store.search(version, aQuery())).toEqual({ dense: [], words: [] })
    })

    it('refuses a vector of another length and keeps nothing of it', async () => {
      const wrong = aPoint({ vector: new Float32Array([1, 0]) })
      await expect(store.upsert(version, [wrong])).rejects.toThrow(StoreError)
      expect(await store.count(version)).toBe(0)
      await expect(store.search(version, aQuery({ dense: new Float32Array([1, 0]) }))).rejects.toThrow(
        StoreError,
      )
    })

    it('refuses to reuse a version for a model of other dimensions', async () => {
      const other = { ...version, model: { id: 'other', dimensions: 8 } }
      await expect(store.ensure(other)).rejects.toThrow(StoreError)
    })

    it('is harmless to prepare a version twice, and keeps its points', async () => {
      await store.upsert(version, [aPoint()])
      await store.ensure(version)
      expect(await store.count(version)).toBe(1)
    })

    it('drops a version whole, twice harmlessly, and can start it afresh', async () => {
      await store.upsert(version, [aPoint()])
      await store.search(version, aQuery())
      await store.drop(version)
      await store.drop(version)
      await expect(store.search(version, aQuery())).rejects.toThrow(StoreError)
      await expect(store.count(version)).rejects.toThrow(StoreError)
      await expect(store.upsert(version, [aPoint()])).rejects.toThrow(StoreError)
      await store.ensure(version)
      expect(await store.search(version, aQuery())).toEqual({ dense: [], words: [] })
    })

    it('keeps everything across a reopening, vectors bit by bit', async () => {
      const point = aPoint({ vector: at(33) })
      await store.upsert(version, [point, ...fillers()])
      const before = await store.search(version, aQuery())
      const again = await open.reopen()
      stores.add(again)
      expect(await again.count(version)).toBe(9)
      expect(await again.search(version, aQuery())).toEqual(before)
    })

    it('shows what another connection wrote: additions, windows and removals', async () => {
      const [kept, moved, removed] = [aPoint({ vector: at(5) }), aPoint(), aPoint()] as const
      const other = await open.reopen()
      stores.add(other)
      await store.upsert(version, [kept, moved])
      expect(idsOf((await store.search(version, aQuery())).dense)).toEqual([moved.id, kept.id])
      await other.upsert(version, [removed])
      await other.setWindow(version, [moved.id], { validFrom: 0, validTo: NOW })
      expect(idsOf((await store.search(version, aQuery())).dense)).toEqual([removed.id, kept.id])
      await other.remove(version, [removed.id])
      expect(idsOf((await store.search(version, aQuery())).dense)).toEqual([kept.id])
    })

    it('does nothing for empty lists', async () => {
      await store.upsert(version, [])
      await store.setWindow(version, [], { validFrom: 0, validTo: null })
      await store.remove(version, [])
      expect(await store.count(version)).toBe(0)
    })
  })
}
