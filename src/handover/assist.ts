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
 * Which turns to look for an answer to, the latest first, each with what came before it: “put a person on” is a wish and no
 * question, and what was asked before it is still open.
 */
export function openQuestions(turns: readonly LiveTurn[]): { question: string; before: LiveTurn[] }[] {
  return turns
    .flatMap(({ role, content }, at) =>
      role === 'customer' && content.trim() ? [{ question: content, before: turns.slice(0, at) }] : [],
    )
    .toReversed()
    .slice(0, TRIED)
}

/** The steps that a procedure lists, in its order: numbered lines, else those with a dash. */
export function stepsIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  const numbered = lines.flatMap((line) => /^\d{1,2}[.)]\s+(.+)/.exec(line)?.[1] ?? [])
  const listed = numbered.length ? numbered : lines.flatMap((line) => /^[-*•]\s+(.+)/.exec(line)?.[1] ?? [])
  return [...new Set(listed)]
}
