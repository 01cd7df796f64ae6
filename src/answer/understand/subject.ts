import { namedThings } from '../named'
import { termsOf } from '../terms'

/** A run of names and numbers, with “of” between two, and the word that says what it names: “Folio readers”, “Isle of Man”. */
const RUN =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{N}'’-]*|\p{N}[\p{L}\p{N}.]*)(?:\s+(?:(?:of|and the)\s+(?=\p{Lu}))?(?:\p{Lu}[\p{L}\p{N}'’-]*|\p{N}[\p{L}\p{N}.]*))*(?:\s+\p{Ll}{3,})?/gu

/** The names that a text speaks of, each with the word after it, as a phrase; empty where it names nothing. */
export function namesIn(text: string, locale: string): string {
  const named = namedThings(text, locale)
  const runs = Array.from(text.matchAll(RUN), ([run]) => withoutLink(run, locale)).filter(
    (run) => !WHEN.test(run) && [...namedThings(`of ${run}`, locale)].some((name) => named.has(name)),
  )
  return [...new Set(runs)].slice(0, MOST_NAMES).join(', ')
}

/** Without a last word that says nothing of it. */
const withoutLink = (run: string, locale: string): string =>
  run.replace(/\s+\p{Ll}+$/u, (last) => (termsOf(last, locale).size > 0 ? last : ''))

/** Days, months, years and amounts tell when, or how much, and not of what. */
const WHEN =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|[\d.,]+)s?(?:\s+\p{Ll}+|\s+\d+)?$/iu

const MOST_NAMES = 3
