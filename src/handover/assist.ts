import { stripMarkdown } from '../answer/markdown'
import { outOfScope } from '../answer/triggers/outOfScope'
import type { Sentence } from '../answer/types'
import { detailsIn, type Detail } from './details'
import { redact } from './redact'
import { sentimentOf, type Sentiment } from './sentiment'

/** A turn of a live conversation, in which a colleague takes part. */
export interface LiveTurn {
  role: 'customer' | 'bot' | 'agent'
  content: string
}

export interface SentimentTrend {
  now: Sentiment
  /** Against what came before; `unknown` where this is the first word. */
  change: 'better' | 'same' | 'worse' | 'unknown'
}

const ORDER: Record<Sentiment['label'], number> = { calm: 0, upset: 1, angry: 2 }

/** How the customer feels now, and whether that is getting better: the last turn against those before. */
export function sentimentTrend(turns: readonly LiveTurn[]): SentimentTrend {
  const said = ofCustomer(turns)
  const now = sentimentOf(said.slice(-1))
  if (said.length < 2) return { now, change: 'unknown' }
  // The worst of the two turns before: one polite word between two angry ones is no trend.
  const before = Math.max(...said.slice(-3, -1).map((text) => ORDER[sentimentOf([text]).label]))
  const difference = ORDER[now.label] - before
  return { now, change: difference === 0 ? 'same' : difference > 0 ? 'worse' : 'better' }
}

/** What a colleague reads in place of the whole conversation, without secrets. */
export interface LiveSummary {
  text: string
  details: Detail[]
}

/** What the customer came for, what they said since, what they were told last, and what they told of themselves. */
export function summarise(turns: readonly LiveTurn[]): LiveSummary {
  const told = turns.map(({ role, content }) => ({ role, content: redact(content).text }))
  const said = ofCustomer(told)
  const first = said.find(isTelling) ?? said[0] ?? ''
  const last = said.findLast(isTelling) ?? ''
  const answered = told.findLast(({ role }) => role !== 'customer')
  const lines = [
    `The customer came with: ${quoted(first)}`,
    last && last !== first ? `Most recently: ${quoted(last)}` : '',
    answered
      ? `They were last told by ${WHO[answered.role]}: ${quoted(answered.content)}`
      : 'Nobody answered yet.',
  ]
  return { text: lines.filter(Boolean).join(' '), details: detailsIn(said) }
}

const WHO: Record<LiveTurn['role'], string> = { customer: 'themselves', bot: 'the bot', agent: 'a colleague' }
const LONGEST_QUOTE = 240

function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return `“${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE).trimEnd()}…` : line}”`
}

const MIN_WORDS = 4

function isTelling(text: string): boolean {
  return text.trim().split(/\s+/).length >= MIN_WORDS
}

function ofCustomer(turns: readonly LiveTurn[]): string[] {
  return turns.flatMap(({ role, content }) => (role === 'customer' ? [content] : []))
}

/** How many turns are tried for one that a text answers. */
const TRIED = 3

/**
 * Which turns to look for an answer to, the latest first, each with what came before it: those since a colleague last wrote that
 * are no small talk; where there are none, the last that ever was a question. “Put a person on” is a wish and no question, and
 * what was asked before it is still open.
 */
export function openQuestions(turns: readonly LiveTurn[]): { question: string; before: LiveTurn[] }[] {
  const asked = turns.flatMap(({ role, content }, at) =>
    role === 'customer' && content.trim() && outOfScope(content) === null ? [at] : [],
  )
  const repliedAt = turns.findLastIndex(({ role }) => role === 'agent')
  const since = asked.filter((at) => at > repliedAt)
  return (since.length > 0 ? since.slice(-TRIED) : asked.slice(-1))
    .toReversed()
    .map((at) => ({ question: turns[at]?.content ?? '', before: turns.slice(0, at) }))
}

/** What is sent to a customer: no marks of sources, and each step of a procedure on a line of its own. */
export function replyTextOf(sentences: readonly Pick<Sentence, 'text'>[]): string {
  return sentences
    .map(({ text }, i) => (i > 0 ? `${/^\d{1,3}\. /.test(text) ? '\n' : ' '}${text}` : text))
    .join('')
}

/** Whether the customer was told these words already, by the bot or a colleague. */
export function isTold(text: string, turns: readonly LiveTurn[]): boolean {
  const words = wordsOf(text)
  return turns.some(({ role, content }) => role !== 'customer' && wordsOf(content).includes(words))
}

/** Marks of sources, signs and line ends are no words. */
function wordsOf(text: string): string {
  return text
    .replaceAll(/\[\d+\]/g, ' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The steps that a procedure lists, in its order and without Markdown: numbered lines, else those with a dash. */
export function stepsIn(text: string): string[] {
  const numbered = numberedIn(text)
  return numbered.length > 0 ? numbered : listedIn(text, /^[-*•]\s+(.+)/)
}

/** Those that are numbered alone: a list with dashes says what there is as often as what to do. */
export function numberedIn(text: string): string[] {
  return listedIn(text, /^\d{1,2}[.)]\s+(.+)/)
}

function listedIn(text: string, item: RegExp): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return [...new Set(lines.flatMap((line) => stripMarkdown(item.exec(line)?.[1] ?? '') || []))]
}
