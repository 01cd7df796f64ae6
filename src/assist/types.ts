import type { Citation, Message } from '../answer/types'
import type { Sentiment } from '../handover/sentiment'

/** One message of a conversation between a customer and a colleague, the bot's earlier ones included. */
export interface LiveMessage {
  role: 'customer' | 'bot' | 'colleague'
  content: string
}

/** Something the customer said that waits for an answer, with what came before it. */
export interface OpenQuestion {
  question: string
  messages: Message[]
}

/** What a colleague may send as it is, or change. */
export interface SuggestedReply {
  /** An answer in approved words, or a question back where it is not clear what is asked. */
  kind: 'answer' | 'ask'
  question: string
  text: string
  citations: Citation[]
  confidence: number | null
}

/** Why approved texts do not answer a question, as far as it helps the colleague. */
export const UNCOVERED_BECAUSE = [
  'no_answer',
  'only_for_colleagues',
  'texts_disagree',
  'unavailable',
] as const
export type UncoveredBecause = (typeof UNCOVERED_BECAUSE)[number]

export interface Uncovered {
  question: string
  because: UncoveredBecause
}

/** Something to do, and the approved text that says so; null where it is a standing rule. */
export interface NextStep {
  text: string
  source: { title: string; releaseId: string; headingPath: string[] } | null
}

export interface SentimentTrend {
  now: Sentiment['label']
  change: 'worse' | 'same' | 'better'
  why: string[]
}
