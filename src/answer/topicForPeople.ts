import type { RankedPassage } from '../retrieval/types'
import { coverage, termsOf } from './terms'

/** Of the best passages, how many must be of the topic: a stray sentence that mentions a word is one of them. */
const LOOKED_AT = 3
/** Share of the question's terms that its passages must hold. */
const ABOUT = 0.5

/**
 * The topic that the question is on, if people alone answer it: most of what comes nearest is of it, its headings name
 * something that was asked about, and its texts hold half of the question. Decided before any threshold: whether the
 * texts answer does not matter.
 */
export function topicForPeople(o: {
  question: string
  passages: readonly RankedPassage[]
  locale: string
}): NonNullable<RankedPassage['topic']> | null {
  const nearest = o.passages.slice(0, LOOKED_AT)
  const topic = nearest[0]?.topic
  if (!topic?.escalate) return null
  const reserved = nearest.filter((passage) => passage.topic?.escalate)
  if (reserved.length * 2 <= nearest.length) return null
  const asked = termsOf(o.question, o.locale)
  const headings = termsOf(
    reserved.map(({ document, headingPath }) => [document.title, ...headingPath].join(' ')).join(' '),
    o.locale,
  )
  const texts = termsOf(reserved.map(({ text }) => text).join(' '), o.locale)
  const named = [...asked].some((term) => headings.has(term))
  return named && coverage(asked, new Set([...headings, ...texts])) >= ABOUT ? topic : null
}
