import { mulberry32 } from '../mulberry32'

/** Numbers and words that are the same in every run: mulberry32, Zipf, Box and Muller. */
export interface Random {
  /** From 0 up to 1. */
  next(): number
  below(n: number): number
  normal(): number
}

export const seeded = (seed: number): Random => {
  const next = mulberry32(seed)
  return {
    next,
    below: (n) => Math.floor(next() * n),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}

const SYLLABLES = 'ba de fi go hu ka le mi no pu ra se ti vo zu bra cle dri flo gru'.split(' ')
const VOCABULARY = 20_000

/** The n-th most frequent of the invented words; the first are short. */
const wordOf = (n: number): string => {
  let word = ''
  for (let rest = n + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]
  return `${word}n`
}
const WORDS = Array.from({ length: VOCABULARY }, (_, n) => wordOf(n))
const STOP_WORDS = 'the of to and a in is it you that'.split(' ')

/** Zipf's law flattened at its head (Mandelbrot): the most frequent word that says something is in every fifth chunk. */
const HEAD = 50

/** A word as often as in a language: every third says nothing. */
export const aWord = (random: Random): string =>
  (random.next() < 0.35
    ? STOP_WORDS[random.below(STOP_WORDS.length)]
    : WORDS[Math.floor(HEAD * (VOCABULARY / HEAD + 1) ** random.next() - HEAD)]) ?? ''

export const someWords = (random: Random, count: number): string =>
  Array.from({ length: count }, () => aWord(random)).join(' ')

/** A vector of length 1. */
export const unit = (vector: Float32Array): Float32Array => {
  const norm = Math.hypot(...vector)
  return vector.map((value) => value / norm)
}

export const aDirection = (random: Random, dimensions: number): Float32Array =>
  unit(Float32Array.from({ length: dimensions }, () => random.normal()))

/** Near `centre`, as texts about one thing are near each other. */
export const near = (random: Random, centre: Float32Array, distance: number): Float32Array => {
  const away = aDirection(random, centre.length)
  return unit(centre.map((value, i) => value + distance * (away[i] ?? 0)))
}
