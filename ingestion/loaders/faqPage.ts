import type { Heading, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { parseMarkdown } from '../../src/markdown/read'
import { spanOf } from '../blocks'
import type { SourceDocument } from '../types'
import { rowKeys } from './rowKeys'
import { oneLine } from './title'

/** Pages are taken apart only when it is plain that they are lists of questions; a policy with a few stays whole. */
const MIN_QUESTIONS = 3
const SHARE_OF_TEXT = 0.6
const SHARE_OF_HEADINGS = 0.8
/** Less than this beside the questions is an introduction ("Here are the questions that we hear most"). */
const INTRODUCTION_WORDS = 40

/**
 * A page whose headings are questions as one FAQ each, and what else it says as a document under its own key. Any other
 * page comes back as it is. `declared`: the page says that it is an FAQ by its markup, so its title need not.
 */
export function splitFaqPage(page: SourceDocument, { declared = false } = {}): SourceDocument[] {
  if (page.question || !(declared || isNamedFaq(page.title) || isNamedFaq(page.key))) return [page]
  const sections = questionSections(page.markdown)
  if (!sections) return [page]
  const asked = sections.filter(({ question }) => question !== null)
  const length = (some: Section[]) => some.reduce((sum, { text }) => sum + text.length, 0)
  if (asked.length < MIN_QUESTIONS || length(asked) < SHARE_OF_TEXT * length(sections)) return [page]
  const keyOf = rowKeys(page.key)
  const faqs: SourceDocument[] = asked.map(({ question, text }) => {
    const title = question ?? ''
    const { metadata, line } = page
    return { key: keyOf({ id: undefined, title }), title, question: title, markdown: text, metadata, line }
  })
  const rest = sections
    .filter(({ question, text }) => question === null && text)
    .map(({ heading, text }) => [heading, text].filter(Boolean).join('\n\n'))
    .join('\n\n')
  const words = rest.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return words < INTRODUCTION_WORDS ? faqs : [{ ...page, markdown: rest }, ...faqs]
}

/** Whether a title or a file's name says that it is a list of questions. */
export const isNamedFaq = (name: string): boolean => NAMED_FAQ.test(name)

/** In the languages of our users. */
const NAMED_FAQ =
  /\bf\.?a\.?qs?\b|(frequently|commonly) asked questions|häufig(e|(er )?gestellte)? fragen|fragen und antworten|questions (fréquentes|et réponses)|foire aux questions|preguntas (más )?frecuentes|domande frequenti|perguntas frequentes|veelgestelde vragen/i

/** "How long does it take?", also in Chinese and Arabic. */
const QUESTION = /[?？؟]["'”’)*_\s]*$/

interface Section {
  /** Null where the heading is none. */
  question: string | null
  /** The heading as it stands, without one above the first. */
  heading: string
  text: string
}

/**
 * Cuts at the headings of the level that asks the most questions, and at those above it. Null when most headings of that
 * level ask nothing, or a question has no answer: then they are the headings of something else.
 */
function questionSections(markdown: string): Section[] | null {
  const nodes = parseMarkdown(markdown).children
  const headings = nodes.filter((node): node is Heading => node.type === 'heading')
  const asking = headings.filter(isQuestion)
  const depth = mostCommon(asking.map((heading) => heading.depth))
  if (depth === undefined) return null
  const level = headings.filter((heading) => heading.depth === depth)
  if (level.filter(isQuestion).length < SHARE_OF_HEADINGS * level.length) return null
  const cuts = headings.filter((heading) => heading.depth <= depth)
  const starts = [undefined, ...cuts]
  const sections = starts.map((heading, i) => {
    const end = cuts[i] ? spanOf(cuts[i]).start : markdown.length
    const question = heading?.depth === depth && isQuestion(heading) ? wordsOf(heading) : null
    return {
      question,
      heading: heading ? markdown.slice(spanOf(heading).start, spanOf(heading).end) : '',
      text: markdown.slice(heading ? spanOf(heading).end : 0, end).trim(),
    }
  })
  return sections.some(({ question, text }) => question !== null && !text) ? null : sections
}

const wordsOf = (node: RootContent) => oneLine(toString(node, { includeHtml: false }))
const isQuestion = (heading: Heading) => QUESTION.test(wordsOf(heading))

function mostCommon(values: Heading['depth'][]): Heading['depth'] | undefined {
  const counts = new Map<Heading['depth'], number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
