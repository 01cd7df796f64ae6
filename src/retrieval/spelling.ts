import distance from 'damerau-levenshtein'
import { frequencyRank } from './frequencyRank'
import { contentWords, isStopWord, termOf, type Language } from './analyze'
import type { Dictionary, LookedUp } from './dictionary/dictionary'
import type { KnownTerm, WantedTerms } from './types'

/** A word that the index does not know, and the known one that was probably meant. */
export interface Correction {
  word: string
  meant: string
}

/** A text as it was probably meant. */
export const mended = (text: string, corrections: readonly Correction[]): string =>
  corrections.reduce(
    (rest, { word, meant }) => rest.replace(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'giu'), meant),
    text,
  )

/** What the asker may see of the index: which of these terms it holds, or which it holds that begin so. */
export type Vocabulary = (wanted: WantedTerms) => Promise<KnownTerm[]>

/** Shorter words have too many neighbours. */
const MIN_LETTERS = 4
/** Words from this long on may hold two slips. */
const LONG = 8
/** Beginnings are seldom misspelt; what begins otherwise is not looked through for two slips. */
const SURE_LETTERS = 3
/** Costs some hundred look-ups each. */
const MOST_CORRECTED = 4

/**
 * The slips in a question, each with the commonest term of the index that is one edit away (a letter too many, too few,
 * wrong, or two changed places), or two in long words. Known words, names and codes are left alone, and so is every word of
 * the language, whether the index holds it or not: “latex” is no “later”. So is a question most of whose words are not known,
 * which is in another language or not about this index at all.
 * Method: candidates by edits as in P. Norvig, "How to write a spelling corrector", each stemmed before it is looked up.
 */
export async function correctSpelling(o: {
  question: string
  language: Language
  vocabulary: Vocabulary
  /** Without it, how common a word is tells whether it is one. */
  dictionary?: Pick<Dictionary, 'lookUp'> | undefined
}): Promise<Correction[]> {
  const { question, language, vocabulary, dictionary } = o
  const words = new Map(contentWords(question, language).map(({ word, term }) => [word, term]))
  // The word itself too: another language of the index may hold it.
  const held = new Set((await vocabulary({ among: [...words].flat() })).map(({ term }) => term))
  const strange = [...words].flatMap(([word, term]) => (held.has(term) || held.has(word) ? [] : [word]))
  const lookedUp = await lookUp(strange, language, dictionary)
  const unknown = strange.filter((word) => lookedUp.get(word) !== 'known')
  const names = namesIn(question, language)
  const slips = unknown.filter((word) => maySlip(word, names))
  if (slips.length > MOST_CORRECTED) return []
  const corrected = await Promise.all(
    slips.map(async (word) => ({ word, meant: await meantBy({ word, language, vocabulary }) })),
  )
  const found = corrected.flatMap(({ word, meant }) =>
    meant === null || (lookedUp.get(word) === 'without_accents' && bare(meant) !== word)
      ? []
      : [{ word, meant }],
  )
  // Where hardly a word is known, a question full of slips is one whose every slip can be mended; any other is not for this index.
  const isKnown = slips.length <= words.size - unknown.length + 1
  return isKnown || found.length === unknown.length ? found : []
}

async function lookUp(
  words: readonly string[],
  language: Language,
  dictionary: Pick<Dictionary, 'lookUp'> | undefined,
): Promise<Map<string, LookedUp>> {
  const found = (await dictionary?.lookUp(words, language)) ?? []
  return new Map(words.map((word, i) => [word, found[i] ?? 'unknown']))
}

const bare = (word: string): string => word.normalize('NFD').replace(/\p{Mn}/gu, '')

const maySlip = (word: string, names: ReadonlySet<string>): boolean =>
  word.length >= MIN_LETTERS && /^\p{L}+$/u.test(word) && !names.has(word)

/** Words with a capital inside a sentence, lower-cased; none in German, where every noun has one. */
const namesIn = (question: string, language: Language): Set<string> =>
  new Set(
    language === 'de'
      ? []
      : Array.from(question.normalize('NFKC').matchAll(/(?<=[\p{L}\p{N},;] )\p{Lu}\p{L}*/gu), ([name]) =>
          name.toLowerCase(),
        ),
  )

async function meantBy(o: {
  word: string
  language: Language
  vocabulary: Vocabulary
}): Promise<string | null> {
  const { word, language, vocabulary } = o
  const edits = editsOf(word, language).map((edit) => ({ edit, term: termOf(edit, language) }))
  const near = await vocabulary({ among: [...new Set(edits.map(({ term }) => term))] })
  const [best] = near.toSorted(commonestFirst)
  const [meant] = edits
    .flatMap(({ edit, term }) => (term === best?.term ? [edit] : []))
    .toSorted((a, b) => frequencyRank(a) - frequencyRank(b))
  if (meant !== undefined) return isLikelier(meant, word) ? meant : null
  const small = edits.find(({ edit }) => isStopWord(edit, language) && isLikelier(edit, word))
  if (small) return small.edit
  return (
    (await meantByTwo(o)) ?? (word.length < LONG || frequencyRank(word) < Infinity ? null : meantByLong(o))
  )
}

/** Of two words written as one, each has so many letters at least; with fewer than the other it is no word by itself. */
const SHORTEST_OF_TWO = 2
const SHORTEST_WORD = 3

/**
 * Two words that the index holds, written as one (“giftcard”, and “wifi” where the texts write Wi-Fi); the commonest pair. A word
 * or name that people know is none: “iceland” is neither ice nor land.
 */
async function meantByTwo({
  word,
  language,
  vocabulary,
}: Parameters<typeof meantBy>[0]): Promise<string | null> {
  const isKnown =
    frequencyRank(word) < Infinity || frequencyRank(word.charAt(0).toUpperCase() + word.slice(1)) < Infinity
  const pairs = Array.from({ length: word.length - 1 }, (_, i) => [word.slice(0, i + 1), word.slice(i + 1)])
    .filter((pair) => pair.every(({ length }) => length >= SHORTEST_OF_TWO))
    .filter((pair) => !isKnown || pair.some(({ length }) => length < SHORTEST_WORD))
    .map((pair) => ({ pair, terms: pair.map((each) => termOf(each, language)) }))
  const held = await vocabulary({ among: [...new Set(pairs.flatMap(({ terms }) => terms))] })
  const chunks = new Map(held.map((known) => [known.term, known.chunks]))
  const rarer = ({ terms }: { terms: string[] }) => Math.min(...terms.map((term) => chunks.get(term) ?? 0))
  const [best] = pairs.filter((each) => rarer(each) > 0).toSorted((a, b) => rarer(b) - rarer(a))
  return best ? best.pair.join(' ') : null
}

/** How much commoner a word must be than the word as it is written, to be what was meant. */
const LIKELIER = 10
/**
 * Behind so many stand hardly any words but names and common slips ("acept"), which need not be as much rarer. Of few letters
 * they are names ("amex"), and near to many words.
 */
const SELDOM = 30_000
const SELDOM_LETTERS = 5
const LIKELIER_THAN_SELDOM = 3

const isLikelier = (meant: string, word: string): boolean => {
  const rank = frequencyRank(word)
  const likelier = rank > SELDOM && word.length >= SELDOM_LETTERS ? LIKELIER_THAN_SELDOM : LIKELIER
  return rank === Infinity || rank > likelier * frequencyRank(meant)
}

async function meantByLong(o: {
  word: string
  language: Language
  vocabulary: Vocabulary
}): Promise<string | null> {
  const term = termOf(o.word, o.language)
  const alike = await o.vocabulary({
    prefix: term.slice(0, SURE_LETTERS),
    length: [term.length - 2, term.length + 2],
  })
  const near = alike.filter(
    (known) => Math.abs(known.term.length - term.length) <= 2 && distance(known.term, term).steps <= 2,
  )
  return near.toSorted(commonestFirst)[0]?.term ?? null
}

const commonestFirst = (a: KnownTerm, b: KnownTerm): number =>
  b.chunks - a.chunks || (a.term < b.term ? -1 : 1)

const LETTERS: Record<Language, string> = {
  en: 'abcdefghijklmnopqrstuvwxyz',
  de: 'abcdefghijklmnopqrstuvwxyzäöüß',
  fr: 'abcdefghijklmnopqrstuvwxyzàâçèéêëîïôùû',
  es: 'abcdefghijklmnopqrstuvwxyzáéíñóúü',
}

/** Every string one edit away, but for another first letter. */
function editsOf(word: string, language: Language): string[] {
  const edits = new Set<string>()
  const letters = [...LETTERS[language]]
  for (let i = 0; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)]
    for (const letter of letters) edits.add(before + letter + after)
    if (!after) continue
    edits.add(before + after.slice(1))
    // Hardly anybody strikes a wrong first letter (Yannakoudakis and Fawthrop 1983): “hives” is no “gives”.
    if (i > 0) for (const letter of letters) edits.add(before + letter + after.slice(1))
    if (after.length > 1) edits.add(before + after.charAt(1) + after.charAt(0) + after.slice(2))
  }
  edits.delete(word)
  return [...edits]
}
