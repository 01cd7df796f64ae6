/** A text with its Markdown and white space folded, and where each of its characters stood. */
export interface Folded {
  text: string
  /** `at[i]` is the offset in the original of the folded text's character `i`. */
  at: number[]
}

/** What is markup and no words: link targets, what begins a block, a table's separator row. */
const MARKUP =
  /(?<=\])\((?:[^()\s]|\([^)]*\))*(?:\s+"[^"]*")?\)|^[ \t]*\|[ \t|:-]*-[ \t|:-]*$|^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,3}[.)][ \t]+)?/gm
const DROPPED = new Set('*_`~[]\\\u00AD\u200B\uFEFF')
const SAME: Record<string, string> = { '’': "'", '‘': "'", '“': '"', '”': '"', '„': '"', '–': '-', '—': '-' }

/** Folds Markdown and white space, and typographic quotes and dashes; letters, digits and case stay as they are. */
export const fold = (original: string): Folded => {
  const markup = new Set<number>()
  for (const { 0: match, index } of original.matchAll(MARKUP))
    for (let i = index; i < index + match.length; i++) markup.add(i)
  const at: number[] = []
  let text = ''
  for (let i = 0; i < original.length; i++) {
    const character = original[i] ?? ''
    if (markup.has(i) || DROPPED.has(character)) continue
    const blank = character === '|' || /\s/.test(character)
    if (blank && (text === '' || text.endsWith(' '))) continue
    text += blank ? ' ' : (SAME[character] ?? character)
    at.push(i)
  }
  return { text, at }
}

/** The spans of `original` in which `quote` stands, whole words of it, Markdown and white space aside. */
export const findQuote = (original: string, quote: string): { start: number; end: number }[] => {
  if (quote.length > MAX_QUOTE) return []
  const wanted = fold(quote).text.trim()
  if (wanted.length < MIN_QUOTE) return []
  const { text, at } = fold(original)
  const spans: { start: number; end: number }[] = []
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1)) {
    const to = from + wanted.length
    if (cutsWord(text, from) || cutsWord(text, to)) continue
    spans.push({ start: at[from] ?? 0, end: (at[to - 1] ?? 0) + 1 })
    if (spans.length === MOST_PLACES) break
  }
  return spans
}

/** Fewer characters are found anywhere and say nothing. */
const MIN_QUOTE = 3
/** More is no quote of a sentence, and folding it takes time. */
const MAX_QUOTE = 2_000
const MOST_PLACES = 4

/** Whether a cut before `index` goes through a word or a number: “able” is no quote of “unable”, nor “5” of “1.5”. */
const cutsWord = (text: string, index: number): boolean =>
  (/[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, index)) && /^[\p{L}\p{M}\p{N}]/u.test(text.slice(index))) ||
  (/\d[.,]?$/.test(text.slice(0, index)) && /^[.,]?\d/.test(text.slice(index)))
