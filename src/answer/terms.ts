import { analyze, languageOf } from '../retrieval/analyze'

/** The distinct content terms of a text: stop words dropped, stemmed for the locale's language. */
export const termsOf = (text: string, locale: string): Set<string> =>
  new Set(analyze(text, languageOf(locale)))

/** Share of two texts' terms that they have in common (Jaccard), 0 to 1; 0 when either has none. */
export const overlap = (a: string, b: string, locale: string): number =>
  jaccard(termsOf(a, locale), termsOf(b, locale))

/** |a ∩ b| / |a ∪ b|; 0 when both are empty. */
export const jaccard = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = countIn(a, b)
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/** Share of `wanted` found in `found`, 0 to 1; 0 when nothing is wanted. */
export const coverage = (wanted: ReadonlySet<string>, found: ReadonlySet<string>): number =>
  wanted.size === 0 ? 0 : countIn(wanted, found) / wanted.size

/**
 * What each wanted term is worth: more, the fewer of `holders` have it. An IDF over what was found for one question,
 * since the whole collection's is not known here.
 */
export const rarityOf = (
  wanted: ReadonlySet<string>,
  holders: readonly ReadonlySet<string>[],
): ReadonlyMap<string, number> =>
  new Map(
    Array.from(wanted, (term) => {
      const count = holders.filter((terms) => terms.has(term)).length
      return [term, Math.log(1 + (holders.length + 1) / (count + 1))]
    }),
  )

/** Sum of the weights of the terms found. */
export const weightOf = (weights: ReadonlyMap<string, number>, found: Iterable<string>): number => {
  let sum = 0
  for (const term of found) sum += weights.get(term) ?? 0
  return sum
}

/** Share of the weights found, 0 to 1; 0 when there are none. */
export const weightedCoverage = (
  weights: ReadonlyMap<string, number>,
  found: ReadonlySet<string>,
): number => {
  const total = weightOf(weights, weights.keys())
  return total === 0 ? 0 : weightOf(weights, found) / total
}

/** How many terms both have. */
export const countIn = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0
  for (const term of a) if (b.has(term)) shared += 1
  return shared
}
