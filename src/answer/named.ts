import { languageOf } from '../retrieval/analyze'

/**
 * The names and numbers a text speaks of, lower-cased: words with a capital inside a sentence ("Silver Saver",
 * "Norway"), words with digits ("2.5%", "iPhone15"). A question naming what a passage does not is rarely answered by it.
 * In German, where every noun has a capital, words with digits alone.
 */
export const namedThings = (text: string, locale = 'en'): Set<string> => {
  const capitalsName = languageOf(locale) !== 'de'
  const named = new Set<string>()
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.,'’&-]*/gu)) {
    const word = match[0].replace(/[.,'’&-]+$|['’]s$/gu, '')
    const first = startsSentence(text, match.index)
    if (/\p{N}/u.test(word) || (capitalsName && !first && /^\p{Lu}/u.test(word) && !PRONOUN.test(word)))
      named.add(normal(word))
  }
  return named
}

/** Share of `named` that appears nowhere in `text`, 0 to 1; 0 when nothing is named. */
export const shareAbsent = (named: ReadonlySet<string>, text: string): number => {
  if (named.size === 0) return 0
  const present = new Set(
    Array.from(text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.,'’&-]*/gu), ([word]) => normal(word)),
  )
  let absent = 0
  for (const name of named) if (!present.has(name)) absent += 1
  return absent / named.size
}

const PRONOUN = /^(?:I|I['’]\w+|OK|FAQ)$/

/** Numbers without thousands separators, possessives and plurals of names as the name. */
const normal = (word: string): string =>
  word
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/[.,'’&-]+$/u, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/(?<=\d)\.0+$/, '')

const startsSentence = (text: string, index: number): boolean =>
  /(?:^|[.!?:\n]\s*|["“(]\s*)$/u.test(text.slice(Math.max(0, index - 3), index))
