import type { StoreQuery, VectorStore } from '../types'

/** Searches of one question, and of the next. */
const REMEMBERED = 64

/**
 * The same index, in which the same search is made once: what is in force and what would be are both made of it.
 * @param limit candidates that are fetched whatever is asked for, as the greediest of the askers wants.
 */
export function rememberSearches(store: VectorStore, limit: number): VectorStore {
  const searches = new Map<string, ReturnType<VectorStore['search']>>()
  const terms = new Map<string, ReturnType<NonNullable<VectorStore['vocabulary']>>>()
  const { vocabulary } = store
  return {
    ...store,
    search: async (version, query) => {
      const most = Math.max(limit, query.limit)
      const key = `${version.id} ${most} ${keyOf(query)}`
      const found = await remember(searches, key, () => store.search(version, { ...query, limit: most }))
      return { dense: found.dense.slice(0, query.limit), words: found.words.slice(0, query.limit) }
    },
    ...(vocabulary && {
      vocabulary: (version, wanted, filter) =>
        remember(terms, `${version.id} ${JSON.stringify([wanted, filter])}`, () =>
          vocabulary(version, wanted, filter),
        ),
    }),
  }
}

const keyOf = ({ dense, words, filter }: StoreQuery): string =>
  JSON.stringify([words ?? null, filter, dense ? [...dense.subarray(0, 16)] : null])

/** The latest few; what failed is asked anew. */
function remember<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const before = known.get(key)
  if (before) return before
  const made = make()
  known.set(key, made)
  made.catch(() => known.delete(key))
  if (known.size > REMEMBERED) known.delete(known.keys().next().value ?? '')
  return made
}
