import { StoreError } from '../../errors'
import { analyze, languageOf, LANGUAGES } from '../analyze'
import { dot } from '../dot'
import { questionTerms } from '../questionTerms'
import type { Candidate, IndexPoint, IndexVersion, StoreQuery, VectorStore } from '../types'
import { scoreWords } from './scoreWords'

interface OverlayOptions {
  /** The index that is in use; it is read and never written. */
  store: VectorStore
  version: IndexVersion
  /** What is laid over it. */
  points: readonly IndexPoint[]
  /** Ids of points that are as if they were not there: what the overlay replaces. */
  hidden: ReadonlySet<string>
  /** The terms of chunks of the index, by id, as the words leg holds them. */
  termsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>
}

/** So many of the best tell on which scale the index scores words. */
const REFERENCES = 12

/**
 * An index as if some points had been exchanged for others. It answers as the index would after their publication, and
 * refuses every write: nothing of it outlasts the question.
 */
export function createOverlayStore(o: OverlayOptions): VectorStore {
  const { store, points, hidden } = o
  const search = createSearch(o)
  const refuse = (): Promise<never> => Promise.reject(new StoreError('An overlay is never written to.'))
  return {
    name: `${store.name} under an overlay`,
    search,
    ...(store.vocabulary && {
      vocabulary: async (version, wanted, filter) => {
        const held = await store.vocabulary!(version, wanted, filter)
        const known = new Set(held.map(({ term }) => term))
        const fits = fitting(wanted)
        const own = new Set(points.filter((point) => isVisible(point, filter)).flatMap(termsOfPoint))
        return [
          ...held,
          ...[...own].filter((term) => !known.has(term) && fits(term)).map((term) => ({ term, chunks: 1 })),
        ]
      },
    }),
    count: async (version) => (await store.count(version)) - hidden.size + points.length,
    ids: (version, wanted) => store.ids(version, wanted),
    checkWords: (version) => store.checkWords(version),
    ensure: refuse,
    upsert: refuse,
    setWindow: refuse,
    remove: refuse,
    drop: refuse,
    close: () => Promise.resolve(),
  }
}

function createSearch(o: OverlayOptions): VectorStore['search'] {
  const { store, points, hidden, termsOf } = o
  let size: Promise<number> | undefined
  const wordsLeg = async (version: IndexVersion, query: StoreQuery, found: readonly Candidate[]) => {
    const visible = points.filter((point) => isVisible(point, query.filter))
    const wanted = questionTerms(query.words ?? '', LANGUAGES)
    if (visible.length === 0 || wanted.length === 0) return []
    const best = found.slice(0, REFERENCES)
    const replaced = found.filter(({ id }) => hidden.has(id))
    const terms = await termsOf([...best, ...replaced].map(({ id }) => id))
    const counts = (await store.vocabulary?.(version, { among: wanted }, query.filter)) ?? []
    const scores = scoreWords({
      wanted,
      texts: visible.map((point) => ({ terms: termsOfPoint(point) })),
      references: [...new Set([...best, ...replaced])].flatMap(({ id, score }) => {
        const own = terms.get(id)
        return own ? [{ terms: own, score }] : []
      }),
      chunksWith: new Map(counts.map(({ term, chunks }) => [term, chunks])),
      total: await (size ??= store.count(version)),
    })
    // What says the very same words scores the same: most of an edited text is as it was.
    const same = new Map(replaced.map(({ contentHash, score }) => [contentHash, score]))
    return visible.flatMap(({ id, contentHash }, i) => {
      const score = same.get(contentHash) ?? scores[i] ?? 0
      return score > 0 ? [{ id, contentHash, score }] : []
    })
  }
  return async (version, query) => {
    if (version.id !== o.version.id)
      throw new StoreError('The index was exchanged while a draft was tried on it. Try again.')
    const found = await store.search(version, { ...query, limit: query.limit + hidden.size })
    const legs = { dense: query.dense && version.model, words: Boolean(query.words) }
    const dense = legs.dense
      ? points.flatMap((point) =>
          point.vector && isVisible(point, query.filter)
            ? [{ id: point.id, contentHash: point.contentHash, score: dot(query.dense, point.vector) }]
            : [],
        )
      : []
    const words = legs.words ? await wordsLeg(version, query, found.words) : []
    const merged = (leg: readonly Candidate[], own: readonly Candidate[]) =>
      [...leg.filter(({ id }) => !hidden.has(id)), ...own]
        .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, query.limit)
    return { dense: merged(found.dense, dense), words: merged(found.words, words) }
  }
}

const known = new WeakMap<IndexPoint, readonly string[]>()

function termsOfPoint(point: IndexPoint): readonly string[] {
  const terms = known.get(point) ?? analyze(point.words, languageOf(point.locale))
  known.set(point, terms)
  return terms
}

const isVisible = (
  { audience, validFrom, validTo }: IndexPoint,
  { audiences, at }: StoreQuery['filter'],
): boolean => audiences.includes(audience) && validFrom <= at && (validTo === null || at < validTo)

const fitting = (
  wanted: { among: string[] } | { prefix: string; length: [least: number, most: number] },
): ((term: string) => boolean) => {
  if ('among' in wanted) {
    const among = new Set(wanted.among)
    return (term) => among.has(term)
  }
  const [least, most] = wanted.length
  return (term) => term.startsWith(wanted.prefix) && term.length >= least && term.length <= most
}
