// @ts-check
/** What stands for a letter where accents are left out, as people do on their telephones. */
const ACCENTED = {
  en: {},
  de: { a: 'ä', o: 'ö', u: 'ü' },
  fr: { a: 'àâ', c: 'ç', e: 'éèêë', i: 'îï', o: 'ô', u: 'ùûü' },
  es: { a: 'á', e: 'é', i: 'í', n: 'ñ', o: 'ó', u: 'úü' },
}
/** Hardly a word has more. */
const MOST_ACCENTS = 2

/**
 * Every way to put accents on a word that has none.
 * @param {string} word lower case
 * @param {'en' | 'de' | 'fr' | 'es'} language
 */
export function withAccents(word, language) {
  if (!/^[a-z]+$/.test(word)) return []
  /** @type {Record<string, string>} */
  const accented = ACCENTED[language]
  let found = new Set([word])
  for (let i = 0; i < MOST_ACCENTS; i++)
    found = new Set([...found, ...[...found].flatMap((each) => withOneMore(each, accented))])
  found.delete(word)
  return [...found]
}

/**
 * @param {string} word
 * @param {Record<string, string>} accented
 */
const withOneMore = (word, accented) =>
  Array.from(word).flatMap((letter, i) =>
    Array.from(accented[letter] ?? '', (other) => word.slice(0, i) + other + word.slice(i + 1)),
  )
