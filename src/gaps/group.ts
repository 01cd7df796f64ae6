import { jaccard, termsOf } from '../answer/terms'
import { withoutPoliteness } from '../answer/understand/politeness'
import { dot } from '../retrieval/dot'
import { readWording, type WordingSigns } from './readWording'
import { isSibling, substitutedIn, type Substituted } from './siblings'

/** One way in which something was asked for. */
export interface GapWording {
  question: string
  /** Embedding of the question, L2-normalised; null when there was no embedder. */
  vector: Float32Array | null
}

export interface GapQuestion extends GapWording {
  locale?: string
}

/** A gap with the wordings that are kept of it. */
export interface KnownGap {
  id: string
  wordings: readonly GapWording[]
  locale?: string
}

/** Vectors of single words, for those that stand in each other’s place. */
export type WordVectors = ReadonlyMap<string, Float32Array>

type Grouping = { gapId: string } | { new: true }

/** Lowest likeness at which two questions ask for the same missing thing, with vectors and with words alone. */
const SAME = { vectors: 0.5, words: 0.5 }
/** How much of the likeness is meaning; the rest is the share of words, the rare ones counting most. */
const BY_MEANING = 0.6
/** What words are worth that stand in several of a gap’s wordings and not in one. */
const ACROSS_WORDINGS = 0.8

/**
 * The gap that an unanswered question belongs to: the one with the wording that is most alike, where it is alike enough, else a
 * new one. What names other things, or has one other word in the same frame, is never the same: Norway is not Sweden, and
 * needs a text of its own. Pure.
 */
export function groupGapEvent(
  event: GapQuestion,
  gaps: readonly KnownGap[],
  words: WordVectors = new Map(),
): Grouping {
  const backlog = readBacklog(gaps)
  const asked = readQuestion(event, event.locale, backlog.names)
  let nearest: { id: string; margin: number } | null = null
  for (const gap of backlog.gaps) {
    if (nameOtherThings(asked, gap)) continue
    const margin = marginOf(asked, gap, { backlog, words })
    if (margin >= 0 && (nearest === null || margin > nearest.margin)) nearest = { id: gap.id, margin }
  }
  return nearest ? { gapId: nearest.id } : { new: true }
}

/** What most of a gap’s wordings that name something name, and what else any of them speaks of. Pure. */
export function aboutGap(
  questions: readonly string[],
  locale = 'en',
): { names: ReadonlySet<string>; about: ReadonlySet<string> } {
  const asked = questions.map((question) => withoutPoliteness(question, locale))
  const wordings = asked.map((question) => ({ question, vector: null }))
  const [gap] = readBacklog([{ id: '', locale, wordings }]).gaps
  const names = gap?.names ?? new Set<string>()
  const named = new Set([...(gap?.mentioned ?? [])].flatMap((name) => Array.from(termsOf(name, locale))))
  return { names, about: new Set([...(gap?.terms ?? [])].filter((term) => !named.has(term))) }
}

/** The words whose vectors tell a sibling from another wording of the same. Pure. */
export function wordsInPlaceOf(event: GapQuestion, gaps: readonly KnownGap[]): Set<string> {
  const asked = readWording(event.question, event.locale)
  return new Set(
    gaps.flatMap(({ wordings, locale }) =>
      wordings.flatMap(({ question }) => {
        const found = substitutedIn(asked, readWording(question, locale))
        return found ? [found.a, found.b] : []
      }),
    ),
  )
}

type ReadQuestion = GapWording & WordingSigns

interface ReadGap {
  id: string
  wordings: ReadQuestion[]
  terms: ReadonlySet<string>
  /** What most of the wordings that name something name. */
  names: ReadonlySet<string>
  /** What any of them names. */
  mentioned: ReadonlySet<string>
}

interface Backlog {
  gaps: ReadGap[]
  /** What anybody wrote as a name; the others may have typed it in small letters. */
  names: ReadonlySet<string>
  /** What a term is worth: the more, the fewer gaps have it. */
  worth: (term: string) => number
}

function readBacklog(gaps: readonly KnownGap[]): Backlog {
  const names = new Set<string>()
  for (const { wordings, locale } of gaps)
    for (const { question } of wordings)
      for (const name of readWording(question, locale).names) names.add(name)
  const read = gaps.map((gap) => readGap(gap, names))
  const gapsWith = new Map<string, number>()
  for (const { terms } of read) for (const term of terms) gapsWith.set(term, (gapsWith.get(term) ?? 0) + 1)
  return { gaps: read, names, worth: worthIn(read.length, gapsWith) }
}

function worthIn(gaps: number, gapsWith: ReadonlyMap<string, number>): Backlog['worth'] {
  const known = new Map<string, number>()
  return (term) => {
    const worth = known.get(term) ?? Math.log(1 + gaps / (gapsWith.get(term) ?? 1))
    known.set(term, worth)
    return worth
  }
}

function readGap({ id, wordings, locale }: KnownGap, names: ReadonlySet<string>): ReadGap {
  const read = wordings.map((wording) => readQuestion(wording, locale, names))
  const naming = read.filter((each) => each.names.size > 0)
  const mentioned = new Set(naming.flatMap((each) => Array.from(each.names)))
  const isUsual = (name: string) => naming.filter((each) => each.names.has(name)).length * 2 >= naming.length
  return {
    id,
    wordings: read,
    terms: new Set(read.flatMap(({ terms }) => Array.from(terms))),
    names: new Set([...mentioned].filter(isUsual)),
    mentioned,
  }
}

function readQuestion(
  { question, vector }: GapWording,
  locale: string | undefined,
  known: ReadonlySet<string>,
): ReadQuestion {
  const { words, terms, typed, names } = readWording(question, locale)
  const named = new Set([...names, ...words.filter((word) => known.has(word))])
  return { question, vector, words, terms, typed, names: named }
}

/** Each names something that the other does not speak of at all. */
const nameOtherThings = (asked: ReadQuestion, gap: ReadGap): boolean =>
  [...asked.names].some((name) => !gap.mentioned.has(name)) &&
  [...gap.names].some((name) => !asked.names.has(name))

function wordLikeness({ a, b }: Substituted, words: WordVectors): number | null {
  const [of, other] = [words.get(a), words.get(b)]
  return of && other ? dot(of, other) : null
}

/**
 * How far above its threshold the likeness to the nearest wording is, as a share of what is possible; negative below it, and
 * where the nearest is a sibling.
 */
function marginOf(
  asked: ReadQuestion,
  gap: ReadGap,
  { backlog, words }: { backlog: Backlog; words: WordVectors },
): number {
  let nearest = -1
  let sibling = -1
  let across: number | undefined
  const acrossWordings = () => (across ??= ACROSS_WORDINGS * sharedWords(asked.terms, gap.terms, backlog))
  for (const wording of gap.wordings) {
    const margin = marginTo(asked, wording, { acrossWordings, backlog })
    const place = margin < 0 ? null : substitutedIn(asked, wording)
    if (place && isSibling(wordLikeness(place, words))) sibling = Math.max(sibling, margin)
    else nearest = Math.max(nearest, margin)
  }
  return nearest >= sibling ? nearest : -1
}

function marginTo(
  a: ReadQuestion,
  b: ReadQuestion,
  { acrossWordings, backlog }: { acrossWordings: () => number; backlog: Backlog },
): number {
  if (a.vector === null || b.vector === null || a.vector.length !== b.vector.length)
    return above(jaccard(a.terms, b.terms), SAME.words)
  const meaning = BY_MEANING * dot(a.vector, b.vector)
  // Most of a backlog means something else, whatever words are shared; those are not compared.
  if (meaning + 1 - BY_MEANING < SAME.vectors) return -1
  const words = Math.max(sharedWords(a.terms, b.terms, backlog), acrossWordings())
  return above(meaning + (1 - BY_MEANING) * words, SAME.vectors)
}

/** Share of the shorter text’s words that both have, each by its worth. */
function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>, { worth }: Backlog): number {
  const least = Math.min(sumOf(a, worth), sumOf(b, worth))
  return least === 0
    ? 0
    : sumOf(
        [...a].filter((term) => b.has(term)),
        worth,
      ) / least
}

function sumOf(terms: Iterable<string>, worth: Backlog['worth']): number {
  let sum = 0
  for (const term of terms) sum += worth(term)
  return sum
}

const above = (likeness: number, threshold: number): number => (likeness - threshold) / (1 - threshold)
