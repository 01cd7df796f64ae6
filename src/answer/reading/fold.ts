/** A text as rules read it, with where each of its UTF-16 units stood in the text as it was written. */
export interface Folded {
  text: string
  /** Offset into the written text of the unit at `index`; of the text's length, the written text's length. */
  at(index: number): number
}

/**
 * Folds what looks alike to one form, so that a rule written for plain text cannot be passed by writing it otherwise:
 * compatibility forms (NFKC), digits of any script as ASCII, every dash and blank as one, and nothing that cannot be
 * seen. Letters keep their case and accents. What is stored and shown stays as it was written: `at` leads back to it.
 */
export function fold(written: string): Folded {
  if (PLAIN_ASCII.test(written)) return { text: written, at: (index) => index }
  let text = ''
  const offsets: number[] = []
  for (const { 0: cluster, index } of written.matchAll(CLUSTER)) {
    const folded = foldCluster(cluster)
    for (let i = 0; i < folded.length; i++) offsets.push(index)
    text += folded
  }
  offsets.push(written.length)
  return { text, at: (index) => offsets[Math.min(index, offsets.length - 1)] ?? written.length }
}

const PLAIN_ASCII = /^[\t\n\r\x20-\x7e]*$/
/** A character with the marks on it, whatever that cannot be seen stands between them. */
const CLUSTER = /\P{M}[\p{M}\p{Default_Ignorable_Code_Point}]*|[\p{M}]+/gsu
/** Characters without an image of their own, and controls that are no space. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|(?![\s\u0085])\p{Cc}|[\ufff9-\ufffb]/gu
/** Marks that no letter of a living orthography took with it in NFKC: strokes through letters, enclosing keycaps. */
const LEFT_OVER_MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g
/** The katakana sound mark too: between figures it is a dash. */
const DASH = /[\p{Pd}\u2212\u2043\u02d7\u2796\u30fc]/gu
const BLANK = /[\p{Zs}\u2800\u0085]/gu
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu

const foldCluster = (cluster: string): string =>
  cluster
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .replace(LEFT_OVER_MARKS, '')
    .replace(DASH, '-')
    .replace(BLANK, ' ')
    .replace(OTHER_DIGIT, asciiDigit)

/** Unicode keeps the ten digits of a script together, zero first, so the first of a run is a zero. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((code - zero) % 10)
}

/** A text without what cannot be seen: for a search, which takes it for the end of a word. */
export const withoutUnseen = (text: string): string =>
  PLAIN_ASCII.test(text) ? text : text.replace(UNSEEN, '')
