import type { RankedPassage } from '../retrieval/types'
import type { Fact } from './fact'
import { contradict } from './stance'
import { statementsOf, type Statement } from './statement'
import { jaccard, termsOf } from './terms'

interface Conflict {
  /** The two sentences that disagree, and where they stand. */
  sides: [ConflictSide, ConflictSide]
}

interface ConflictSide {
  document: RankedPassage['document']
  chunkId: string
  sentence: string
  /** What the other side says otherwise: an amount, a date, "must not", "yes". */
  fact: string
}

/** How many passages are compared. */
const COMPARED = 10
/** A passage takes part when its fused score is at least this share of the best. */
const SUFFICIENT = 0.4
/** Two sentences are about one thing when they and their titles share this much, facts aside (Jaccard)... */
const SAME_SUBJECT = 0.4
/** ... and this much of the shorter sentence's own words is in the longer. */
const SAME_WORDS = 0.4
/** Fewer words in common prove nothing. */
const MIN_SHARED = 3
/** Dates, counts, stances and sections of one document are compared where the sentences are nearly one. */
const NEARLY_ONE = 0.75

/**
 * Two of the best passages, for the same audience, that state the same thing otherwise: with another amount or duration;
 * or, in nearly the same words, with another date or number, as a must against a need not, as a may against a must not,
 * or as yes against no. Conservative: a false conflict takes an answer from a customer.
 */
export const findConflict = (o: {
  question: string
  passages: readonly RankedPassage[]
  locale: string
}): Conflict | null => {
  const best = o.passages[0]?.score ?? 0
  const statements = o.passages
    .slice(0, COMPARED)
    .filter(({ score }) => score >= SUFFICIENT * best)
    .flatMap((passage) => statementsOf(passage, o.question, o.locale))
  for (const [i, a] of statements.entries())
    for (const b of statements.slice(i + 1)) {
      const said = disagreement(a, b)
      if (said) return { sides: [sideOf(a, said[0]), sideOf(b, said[1])] }
    }
  return null
}

const disagreement = (a: Statement, b: Statement): [string, string] | null => {
  if (a.passage.audience !== b.passage.audience || differentlyNamed(a, b)) return null
  const sameDocument = a.passage.document.id === b.passage.document.id
  const nearlyOne = isNearlyOne(a, b)
  if (sameDocument) return isOne(a, b) && !differentSections(a, b) ? (inFacts(a, b) ?? inStance(a, b)) : null
  return (
    inVerdict(a, b) ??
    (sameSubject(a, b) ? inAmounts(a, b) : null) ??
    (nearlyOne ? (inFacts(a, b) ?? inStance(a, b)) : null)
  )
}

/** One amount, share or duration each, of one unit. */
const inAmounts = (a: Statement, b: Statement): [string, string] | null => {
  for (const kind of ['money', 'percentage', 'duration'] as const) {
    const [ours, theirs] = [a, b].map(({ facts }) => facts.filter((fact) => fact.kind === kind))
    const [mine, other] = [ours?.[0], theirs?.[0]]
    if (ours?.length !== 1 || theirs?.length !== 1 || !mine || !other) continue
    if (differ(mine, other)) return [mine.text, other.text]
  }
  return null
}

/** As many facts of every kind, in the same order, and one of them differs. */
const inFacts = (a: Statement, b: Statement): [string, string] | null => {
  if (a.facts.length !== b.facts.length) return null
  const pairs = a.facts.map((fact, i) => [fact, b.facts[i]] as const)
  if (pairs.some(([mine, other]) => mine.kind !== other?.kind || mine.unit !== other.unit)) return null
  const [first, ...others] = pairs.filter(([mine, other]) => other && differ(mine, other))
  return first?.[1] && others.length === 0 ? [first[0].text, first[1].text] : null
}

const differ = (a: Fact, b: Fact): boolean => a.unit === b.unit && a.value !== b.value

/** What differs must be the stance alone: another fact would make it another rule. */
const inStance = (a: Statement, b: Statement): [string, string] | null => {
  if (!a.stance || !b.stance || !contradict(a.stance.stance, b.stance.stance)) return null
  const factsAlike =
    a.facts.length === b.facts.length && a.facts.every((fact, i) => !differs(fact, b.facts[i]))
  return factsAlike ? [a.stance.words.join(' '), b.stance.words.join(' ')] : null
}

const differs = (a: Fact, b: Fact | undefined): boolean =>
  a.kind !== b?.kind || a.unit !== b.unit || a.value !== b.value

/** The same question in two FAQs, one says yes and one says no. */
const inVerdict = (a: Statement, b: Statement): [string, string] | null =>
  a.verdict && b.verdict && a.verdict !== b.verdict && jaccard(a.title, b.title) >= NEARLY_ONE
    ? [a.verdict, b.verdict]
    : null

const sharedTerms = (a: Statement, b: Statement): number =>
  [...a.terms].filter((term) => b.terms.has(term)).length

const sameSubject = (a: Statement, b: Statement): boolean => {
  const shared = sharedTerms(a, b)
  if (shared < MIN_SHARED || shared < SAME_WORDS * Math.min(a.terms.size, b.terms.size)) return false
  const [ours, theirs] = [a, b].map(({ terms, title }) => new Set([...terms, ...title]))
  return jaccard(ours ?? new Set(), theirs ?? new Set()) >= SAME_SUBJECT
}

const isNearlyOne = (a: Statement, b: Statement): boolean =>
  sharedTerms(a, b) >= MIN_SHARED && jaccard(a.terms, b.terms) >= NEARLY_ONE && a.sides === b.sides

/** Of one document only what stands in two places, for the rest is said to differ; lists and tables vary one sentence. */
const isOne = (a: Statement, b: Statement): boolean =>
  a.passage.chunkId !== b.passage.chunkId && isNearlyOne(a, b) && jaccard(a.terms, b.terms) === 1

/** A title names what the other document does not: "Light blue account" may well differ from "Blue account". */
const differentlyNamed = (a: Statement, b: Statement): boolean =>
  hasNameOfItsOwn(a.title, b, b.title) || hasNameOfItsOwn(b.title, a, a.title)

/** A heading does so within a document: "Summary" says again what "Returns" says, "Outlet" does not. */
const differentSections = (a: Statement, b: Statement): boolean =>
  hasNameOfItsOwn(a.headings, b, b.headings) || hasNameOfItsOwn(b.headings, a, a.headings)

const hasNameOfItsOwn = (names: ReadonlySet<string>, other: Statement, its: ReadonlySet<string>): boolean =>
  [...names].some((term) => !its.has(term) && !other.terms.has(term) && !OF_DOCUMENTS.has(term))

/** Words that tell kinds of documents and sections apart, not what they are about. */
const OF_DOCUMENTS = termsOf(
  'policy policies guide faq terms conditions rules procedure overview information details help answers questions page summary ' +
    'about everyday general how buying shopping using handbook statement notice shop store online introduction key facts glance ' +
    'amendment amended addendum supplement supplementary update updated revision revised change changes correction',
  'en',
)

const sideOf = ({ passage, text }: Statement, fact: string): ConflictSide => ({
  document: passage.document,
  chunkId: passage.chunkId,
  sentence: text,
  fact,
})
