import distance from 'damerau-levenshtein'
import { encode } from 'gpt-tokenizer'

/** Mends slips towards the words of a rule. */
export interface SlipMender {
  /** The words (without accents) with slips mended, words run together taken apart, and words torn apart put together. */
  mend(words: string): string
}

/** Shorter words have too many neighbours. */
const MIN_LETTERS = 4
/** Words from this long on may hold two slips. */
const LONG = 8
/** Words looked at; what is longer is a pasted text. */
const MOST_WORDS = 400
/** Letters that a run of words without spaces has. */
const MIN_RUN = 7
const MIN_JOINED = 5

/** @param lexicon without accents */
export function slipMender(lexicon: ReadonlySet<string>): SlipMender {
  const squeezed = groupedBy(lexicon, (word) => [squeeze(word)])
  const near = groupedBy(lexicon, (word) => (word.length < MIN_LETTERS ? [] : withoutLetters(word)))
  const meantBy = remembering((word) => {
    if (lexicon.has(word) || word.length < 3 || !/^[a-z']+$/.test(word)) return word
    if (/^(.)\1+$/.test(word)) return word.charAt(0)
    const alike = squeezed.get(squeeze(word))?.toSorted((a, b) => a.length - b.length)[0]
    if (alike) return alike
    if (isWord(word)) return word
    // One slip in one word is likelier than several short words without their spaces.
    return nearest(word, near) ?? runOf(word, lexicon) ?? word
  })
  return {
    mend: (words) => {
      const tokens = words.split(' ')
      const mended = tokens.slice(0, MOST_WORDS).map((token) => mendToken(token, meantBy))
      return joinTorn([...mended.join(' ').split(' '), ...tokens.slice(MOST_WORDS)], lexicon).join(' ')
    },
  }
}

const mendToken = (token: string, meantBy: (word: string) => string): string =>
  token.replace(/[a-z']+/g, (word) => meantBy(word))

/** Each letter once however often it is repeated: kil, kiiill and kill are one. */
const squeeze = (word: string): string => word.replace(/(.)\1+/g, '$1')

/** Of a word by how common it is: its place in a GPT's vocabulary, which is by frequency; words alone are whole there. */
const rankOf = remembering((word) => {
  const [first, ...rest] = encode(` ${word}`)
  return first === undefined || rest.length > 0 ? Infinity : first
})

/** Behind so many others come names, other languages’ words and common slips. */
const SELDOM = 100_000
const isWord = (word: string): boolean => rankOf(word) < SELDOM

const REMEMBERED_WORDS = 20_000

/** Questions repeat a few thousand words. */
function remembering<Value>(find: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>()
  return (word) => {
    const remembered = known.get(word)
    if (remembered !== undefined) return remembered
    if (known.size >= REMEMBERED_WORDS) known.clear()
    const found = find(word)
    known.set(word, found)
    return found
  }
}

/** The word, and every one with a letter (in long words two) left out: what two near words have in common (SymSpell). */
function withoutLetters(word: string): string[] {
  const once = lessOne(word)
  return [word, ...once, ...(word.length >= LONG ? once.flatMap(lessOne) : [])]
}

const lessOne = (word: string): string[] =>
  Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1))

function nearest(word: string, near: ReadonlyMap<string, readonly string[]>): string | null {
  if (word.length < MIN_LETTERS) return null
  const most = word.length >= LONG ? 2 : 1
  const candidates = new Set(withoutLetters(word).flatMap((rest) => near.get(rest) ?? []))
  let best: { word: string; steps: number } | null = null
  for (const candidate of candidates) {
    const { steps } = distance(candidate, word)
    if (
      steps <= most &&
      (!best || steps < best.steps || (steps === best.steps && rankOf(candidate) < rankOf(best.word)))
    )
      best = { word: candidate, steps }
  }
  return best?.word ?? null
}

const ALONE = new Set(['i', 'a', 'y'])

/** What a letter costs that belongs to no word of the lexicon; a word of it costs one. */
const UNKNOWN_LETTER = 1.5
/** Words of the lexicon that a run must hold beside what is not of it. */
const MIN_KNOWN = 2

/** “iwanttotalktoahuman” in its words: the fewest, and as few letters of other words as can be; null where it holds none. */
function runOf(run: string, lexicon: ReadonlySet<string>): string | null {
  if (run.length < MIN_RUN || run.length > MAX_RUN) return null
  const best: Split[] = [{ cost: 0, words: [], known: 0 }]
  for (let end = 1; end <= run.length; end++)
    for (let start = Math.max(0, end - MAX_WORD); start < end; start++) {
      const before = best[start]
      const word = run.slice(start, end)
      const isKnown = word.length > 1 ? lexicon.has(word) : ALONE.has(word)
      const cost = (before?.cost ?? 0) + (isKnown ? 1 : 1 + UNKNOWN_LETTER * word.length)
      if (before && cost < (best[end]?.cost ?? Infinity))
        best[end] = { cost, words: [...before.words, word], known: before.known + (isKnown ? 1 : 0) }
    }
  const { words, known } = best[run.length] ?? { words: [], known: 0 }
  const whole = known === words.length
  return words.length > 1 && (whole || (known >= MIN_KNOWN && run.length >= MIN_PARTLY_KNOWN))
    ? words.join(' ')
    : null
}

interface Split {
  cost: number
  words: string[]
  known: number
}

const MAX_RUN = 80
const MAX_WORD = 20
/** A run with other words in it: shorter ones are compounds and names. */
const MIN_PARTLY_KNOWN = 12

/** “my self” as “myself”, where the two together are a word of the lexicon. */
function joinTorn(tokens: readonly string[], lexicon: ReadonlySet<string>): string[] {
  const joined: string[] = []
  for (const token of tokens) {
    const together = `${joined.at(-1) ?? ''}${token}`
    if (joined.length && together.length >= MIN_JOINED && lexicon.has(together))
      joined[joined.length - 1] = together
    else joined.push(token)
  }
  return joined
}

function groupedBy(words: Iterable<string>, keysOf: (word: string) => string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const word of words)
    for (const key of keysOf(word)) {
      const group = groups.get(key)
      if (group) group.push(word)
      else groups.set(key, [word])
    }
  return groups
}
