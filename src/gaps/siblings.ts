import type { WordingSigns } from './readWording'

/** Two questions that are one but for what stands in one place. */
export interface Substituted {
  a: string
  b: string
}

/** So many content words in common, in their order, make a frame, whatever stands between them. */
const FRAME = 2
/** The words that may stand in the place. */
const PLACE = 2
/** Below this cosine what stands in the place is another thing ("frame", "battery"), not another word for it. */
const ONE_THING = 0.42

/**
 * What one question has in the place where the other has something else ("pause the Plus plan", "pause basic plan"); null where
 * they differ in more places, or share no frame. Pure.
 */
export function substitutedIn(a: WordingSigns, b: WordingSigns): Substituted | null {
  const [terms, otherTerms] = [[...a.typed.keys()], [...b.typed.keys()]]
  const place = placeIn(terms, otherTerms)
  if (!place || place.a.length === 0 || place.b.length === 0) return null
  if (place.a.length > PLACE || place.b.length > PLACE) return null
  if (terms.length - place.a.length < FRAME && !isOneFrame(a.words, b.words)) return null
  const typed = (of: WordingSigns, words: readonly string[]) =>
    words.map((word) => of.typed.get(word) ?? word)
  return { a: typed(a, place.a).join(' '), b: typed(b, place.b).join(' ') }
}

/** What is left of two lists without what both begin and end with. */
function placeIn(a: readonly string[], b: readonly string[]): { a: string[]; b: string[] } | null {
  const most = Math.min(a.length, b.length)
  let begins = 0
  while (begins < most && a[begins] === b[begins]) begins += 1
  let ends = 0
  while (ends < most - begins && a.at(-1 - ends) === b.at(-1 - ends)) ends += 1
  return begins + ends === 0
    ? null
    : { a: a.slice(begins, a.length - ends), b: b.slice(begins, b.length - ends) }
}

/** Whether all words, those without content too, are the same but in one place. */
function isOneFrame(a: readonly string[], b: readonly string[]): boolean {
  const place = placeIn(a, b)
  return place !== null && place.a.length <= PLACE && place.b.length <= PLACE
}

/** Whether what stands in each other’s place makes two questions of one. Without a likeness it does. Pure. */
export const isSibling = (likeness: number | null): boolean => likeness === null || likeness < ONE_THING
