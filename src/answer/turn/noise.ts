/**
 * Whether a message is made of nothing that could be asked: no letter at all, one syllable or word over and over, rows of the
 * keyboard, letters that no language puts together. Told by structure, so that it holds in every language; a code with
 * figures among its letters is none.
 */
export function isNoise(text: string): boolean {
  const words = text.normalize('NFKC').toLowerCase().match(WORD) ?? []
  const spelled = words.filter((word) => LETTERS.test(word))
  if (spelled.length === 0) return words.every((word) => !/\p{L}/u.test(word))
  if (words.length > 1 && words.every((word) => isShortRun(word) || isRepeatedFigures(word))) return true
  if (spelled.length < words.length) return false
  if (spelled.length > 2 && new Set(spelled).size === 1) return true
  return spelled.every(isNoisy)
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const LETTERS = /^[\p{L}\p{M}]+$/u

/** Shorter words are abbreviations as often as noise. */
const MIN_LETTERS = 4

const isNoisy = (word: string): boolean =>
  word.length >= MIN_LETTERS &&
  /^\p{Script=Latin}+$/u.test(word) &&
  (REPEATED.test(word) || isOfOneRow(word) || hasTooFewVowels(word))

/** “hahaha”, “aaaa”, “lolololol”: what is said is over after the first. */
const REPEATED = /^(.{1,3})\1{2,}.?$/u

const ROWS = ['qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjkl', 'qsdfghjklm', 'zxcvbnm', 'yxcvbnm']
const RUNS = ROWS.flatMap((row) => [row, [...row].toReversed().join('')])
const MIN_RUN = 4
/** Share of a word that neighbours on the keyboard may make up: “property” ends in four of them. */
const MOST_OF_A_ROW = 0.6

function isOfOneRow(word: string): boolean {
  let longest = 0
  for (let from = 0; from < word.length; from++)
    for (let to = word.length; to - from > longest; to--)
      if (RUNS.some((row) => row.includes(word.slice(from, to)))) longest = to - from
  return longest >= MIN_RUN && longest / word.length > MOST_OF_A_ROW
}

/** “jkl;jkl”, “qwe asd”: three keys side by side are a word or an abbreviation by themselves, and noise with nothing else. */
const SHORT_RUN = 3
const isShortRun = (word: string): boolean =>
  LETTERS.test(word) &&
  (isNoisy(word) || (word.length >= SHORT_RUN && RUNS.some((row) => row.includes(word))))

/** “123123123” beside what are no words. */
const isRepeatedFigures = (word: string): boolean => /^(\d{1,4})\1{2,}$/u.test(word)

const VOWELS = /[aeiouyæœøı]/u
/** Of a word’s letters; “strengths” has one in nine, and stands among others. */
const FEWEST_VOWELS = 0.2
const TOLD_BY_VOWELS = 5

function hasTooFewVowels(word: string): boolean {
  if (word.length < TOLD_BY_VOWELS) return false
  const letters = [...word.normalize('NFD').replace(/\p{Mn}/gu, '')]
  return letters.filter((letter) => VOWELS.test(letter)).length / letters.length < FEWEST_VOWELS
}
