import type { RankedPassage } from '../retrieval/types'
import { factsOf, type Fact } from './facts'
import { coverage, jaccard, termsOf } from './terms'
import { unitsOf } from './units'

interface Conflict {
  /** The two sentences that disagree, and where they stand. */
  sides: [ConflictSide, ConflictSide]
}

interface ConflictSide {
  document: RankedPassage['document']
  chunkId: string
  sentence: string
  fact: string
}

/** How many passages are compared. */
const COMPARED = 10
/** A passage takes part when its fused score is at least this share of the best. */
const SUFFICIENT = 0.4
/** Two sentences are about one thing when they and their titles share this much, numbers aside (Jaccard)... */
const SAME_SUBJECT = 0.4
/** ... this much of the shorter sentence's own words is in the longer... */
const SAME_WORDS = 0.4
/** ... and each holds this much of what is asked. */
const ON_QUESTION = 0.34
/** Fewer words in common prove nothing. */
const MIN_SHARED = 3

/**
 * Two of the best passages, of different documents, that state the same thing with different amounts or durations.
 * Conservative: nearly the same sentence, one fact of the kind in each, and both about the question.
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
      const facts = disagreement(a, b)
      if (facts) return { sides: [sideOf(a, facts[0]), sideOf(b, facts[1])] }
    }
  return null
}

interface Statement {
  passage: RankedPassage
  text: string
  terms: Set<string>
  title: Set<string>
  facts: Fact[]
}

const statementsOf = (passage: RankedPassage, question: string, locale: string): Statement[] => {
  const wanted = termsOf(question, locale)
  const title = termsOf(passage.document.title, locale)
  const about = termsOf([passage.document.title, ...passage.headingPath].join(' '), locale)
  return unitsOf(passage.text, locale).flatMap(({ kind, start, end }) => {
    const text = passage.text.slice(start, end)
    const facts = kind === 'heading' || kind === 'code' ? [] : factsOf(text)
    if (facts.length === 0) return []
    const terms = termsOf(withoutFacts(text, facts), locale)
    const onQuestion = coverage(wanted, new Set([...terms, ...about])) >= ON_QUESTION
    return onQuestion && coverage(wanted, terms) > 0 ? [{ passage, text, terms, title, facts }] : []
  })
}

const disagreement = (a: Statement, b: Statement): [Fact, Fact] | null => {
  if (a.passage.document.id === b.passage.document.id) return null
  if (!sameSubject(a, b)) return null
  for (const kind of ['money', 'percentage', 'duration'] as const) {
    const [ours, theirs] = [a, b].map(({ facts }) => facts.filter((fact) => fact.kind === kind))
    const [mine, other] = [ours?.[0], theirs?.[0]]
    if (ours?.length !== 1 || theirs?.length !== 1 || !mine || !other) continue
    if (mine.unit === other.unit && mine.value !== other.value) return [mine, other]
  }
  return null
}

const sameSubject = (a: Statement, b: Statement): boolean => {
  const shared = [...a.terms].filter((term) => b.terms.has(term)).length
  if (shared < MIN_SHARED || shared < SAME_WORDS * Math.min(a.terms.size, b.terms.size)) return false
  const [ours, theirs] = [a, b].map(({ terms, title }) => new Set([...terms, ...title]))
  return jaccard(ours ?? new Set(), theirs ?? new Set()) >= SAME_SUBJECT && !differentlyNamed(a, b)
}

/** A title names what the other document does not: "Light blue account" may well differ from "Blue account". */
const differentlyNamed = (a: Statement, b: Statement): boolean => {
  const names = (x: Statement, y: Statement) =>
    [...x.title].some((term) => !y.title.has(term) && !y.terms.has(term) && !OF_DOCUMENTS.has(term))
  return names(a, b) || names(b, a)
}

/** Words that tell kinds of documents apart, not what they are about. */
const OF_DOCUMENTS = termsOf(
  'policy policies guide faq terms conditions rules procedure overview information details help answers questions page summary ' +
    'about everyday general how buying shopping using handbook statement notice shop store online',
  'en',
)

/** The sentence without its amounts and durations, which are what may differ. */
const withoutFacts = (text: string, facts: readonly Fact[]): string =>
  facts.reduce((rest, fact) => rest.replace(fact.text, ' '), text)

const sideOf = ({ passage, text }: Statement, fact: Fact): ConflictSide => ({
  document: passage.document,
  chunkId: passage.chunkId,
  sentence: text,
  fact: fact.text,
})
