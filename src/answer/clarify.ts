import type { RankedPassage } from '../retrieval/types'
import { termsOf } from './terms'

interface Clarification {
  /** Titles of the documents to choose from, best first; two to four. */
  options: string[]
}

/** A question with more content terms than this says what it is about. */
const SHORT = 4
/** Passages this close to the best, in fused score, are as good as it. */
const NEAR = 0.12
const MAX_OPTIONS = 4
/** Titles of one family have at least this share of their words in common. */
const FAMILY = 0.5

/**
 * Whether a short question fits several documents about as well, which differ by a name that it does not mention
 * ("What is the monthly fee?" over one document an account). Conservative: titles must be alike but for that name.
 */
export const findClarification = (o: {
  question: string
  passages: readonly RankedPassage[]
  locale: string
}): Clarification | null => {
  const { question, passages, locale } = o
  const asked = termsOf(question, locale)
  if (asked.size === 0 || asked.size > SHORT) return null
  const options = nearEqualTitles(passages)
  if (options.length < 2) return null
  const titles = options.map((title) => termsOf(title, locale))
  return isOneFamily(titles) &&
    titles.every((title) => ownNames(title, titles).every((name) => !asked.has(name)))
    ? { options: options.slice(0, MAX_OPTIONS) }
    : null
}

const nearEqualTitles = (passages: readonly RankedPassage[]): string[] => {
  const best = passages[0]?.score ?? 0
  const near = passages.filter(({ score }) => best - score <= NEAR)
  return [...new Map(near.map(({ document }) => [document.id, document.title])).values()].filter(
    (title, i, all) => all.indexOf(title) === i,
  )
}

/** Most words are shared by all, and each title has a name of its own. */
const isOneFamily = (titles: readonly ReadonlySet<string>[]): boolean => {
  const [first, ...rest] = titles
  if (!first) return false
  const common = [...first].filter((term) => rest.every((title) => title.has(term)))
  return titles.every((title) => common.length >= FAMILY * title.size && ownNames(title, titles).length > 0)
}

const ownNames = (title: ReadonlySet<string>, titles: readonly ReadonlySet<string>[]): string[] =>
  [...title].filter((term) => titles.every((other) => other === title || !other.has(term)))
