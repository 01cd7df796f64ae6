import type { RankedPassage } from '../../retrieval/types'
import { coverage, jaccard, termsOf } from '../terms'

/** What a bare search may mean: one question of the texts, several to choose from, or nothing that is known here. */
export type Meant = { kind: 'one'; question: string } | { kind: 'several'; questions: string[] } | null

/** A search of more words than this says what it asks. */
const MOST_WORDS = 5
const MOST_OPTIONS = 4
/** An FAQ's question that adds more than as much again is about something narrower. */
const MOSTLY = 0.5

/** Words that a search keeps between those that matter. */
const BETWEEN = new Set(
  'for of to in on with without at from by für von zu nach mit ohne bei pour de du des à en avec sans sur para por con sin'.split(
    ' ',
  ),
)

/**
 * People type “student discount” as they would into a search box. A reader of sentences makes little of that, but the FAQs that
 * were found are questions already: the search is read as the one that holds all its words, or is asked back where several do.
 */
export function meantBySearch(o: {
  question: string
  passages: readonly RankedPassage[]
  locale: string
}): Meant {
  const { question, passages, locale } = o
  if (!isBare(question, locale)) return null
  const searched = termsOf(question, locale)
  const holding = faqQuestions(passages)
    .map((title) => ({ title, terms: termsOf(title, locale) }))
    .filter(({ terms }) => coverage(searched, terms) === 1)
  const questions = holding.map(({ title }) => title)
  const [only] = holding
  if (!only) return null
  if (questions.length > 1) return { kind: 'several', questions: questions.slice(0, MOST_OPTIONS) }
  return jaccard(searched, only.terms) >= MOSTLY ? { kind: 'one', question: only.title } : null
}

/** Few words, and each of them matters: nobody asks, tells or speaks of themselves. */
function isBare(question: string, locale: string): boolean {
  const words = question.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []
  const matter = words.filter((word) => !BETWEEN.has(word))
  return (
    matter.length > 0 && words.length <= MOST_WORDS && matter.every((word) => termsOf(word, locale).size > 0)
  )
}

/** Best first, each once. */
const faqQuestions = (passages: readonly RankedPassage[]): string[] => [
  ...new Set(
    passages
      .filter(({ document }) => document.collection === 'faqs' && document.title.trim().endsWith('?'))
      .map(({ document }) => document.title),
  ),
]
