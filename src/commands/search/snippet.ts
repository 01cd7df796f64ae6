/** A stretch of a snippet; `hit` where it is a word that was searched for. */
export interface Stretch {
  text: string
  hit: boolean
}

const LENGTH = 180
/** Words before the first hit, so that it is read in its sentence. */
const BEFORE = 60

/** The words of a search, as they are looked for in texts. */
export const searchWords = (query: string): string[] => [
  ...new Set(query.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
]

/** Whether a text holds every word, or the beginning of one; case does not matter. */
export const holdsAll = (text: string, words: readonly string[]): boolean => {
  const lower = text.toLocaleLowerCase()
  return words.length > 0 && words.every((word) => startOf(lower, word) !== -1)
}

/** A few words of a text round the first that was searched for, whole words only; its beginning where none is in it. */
export const snippetOf = (text: string, words: readonly string[]): Stretch[] => {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  const lower = plain.toLocaleLowerCase()
  const hits = words.map((word) => startOf(lower, word)).filter((at) => at !== -1)
  const first = hits.length ? Math.min(...hits) : 0
  const start = first <= BEFORE ? 0 : plain.indexOf(' ', first - BEFORE) + 1
  const rough = start + LENGTH
  const end = rough >= plain.length ? plain.length : Math.max(plain.lastIndexOf(' ', rough), start + 1)
  const cut = plain.slice(start, end)
  return [
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...stretchesOf(cut, words),
    ...(end < plain.length ? [{ text: ' …', hit: false }] : []),
  ]
}

const startOf = (lower: string, word: string): number => {
  for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(lower[at - 1] ?? '')) return at
  return -1
}

const stretchesOf = (text: string, words: readonly string[]): Stretch[] =>
  text
    .split(/([\p{L}\p{N}]+)/u)
    .filter(Boolean)
    .map((part) => ({ text: part, hit: words.some((word) => part.toLocaleLowerCase().startsWith(word)) }))
    .reduce<Stretch[]>((joined, part) => {
      const last = joined.at(-1)
      if (last && last.hit === part.hit) last.text += part.text
      else joined.push({ ...part })
      return joined
    }, [])
