/** An answer's words as SQuAD compares them: lower case, no punctuation, no articles, single spaces. */
export const normalizedWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s]/gu, '')
    .split(/\s+/)
    .filter((word) => word !== '' && !ARTICLES.has(word))

const ARTICLES = new Set(['a', 'an', 'the'])
