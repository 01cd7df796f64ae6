import { detailsIn, type Detail } from '../handover/details'
import type { LiveMessage, OpenQuestion } from './types'

/** A conversation in the words that were said in it: nothing of it is written by a model. */
export interface Summary {
  /** What waits for an answer, the latest first. */
  open: string[]
  /** What they have given already. */
  details: Detail[]
  /** What they were told last, by a bot or a colleague; null for nothing. */
  lastTold: string | null
  turns: { customer: number; bot: number; colleague: number }
  text: string
}

const MOST_OF_QUOTE = 240

export function summaryOf(messages: readonly LiveMessage[], open: readonly OpenQuestion[]): Summary {
  const saidBy = (role: LiveMessage['role']) => messages.filter((message) => message.role === role)
  const details = detailsIn(saidBy('customer').map(({ content }) => content))
  const lastTold = messages.findLast(({ role }) => role !== 'customer')?.content ?? null
  const questions = open.map(({ question }) => question)
  return {
    open: questions,
    details,
    lastTold,
    turns: {
      customer: saidBy('customer').length,
      bot: saidBy('bot').length,
      colleague: saidBy('colleague').length,
    },
    text: [
      questions.length > 0 ? `Asks: ${questions.map(quoted).join(' ')}` : 'Asks nothing that is open.',
      ...(details.length > 0
        ? [`Has given: ${details.map(({ kind, text }) => `${kind} ${text}`).join(', ')}.`]
        : []),
      lastTold === null ? 'Was told nothing yet.' : `Was told last: ${quoted(lastTold)}`,
    ].join(' '),
  }
}

const quoted = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return `“${line.length > MOST_OF_QUOTE ? `${line.slice(0, MOST_OF_QUOTE - 1)}…` : line}”`
}
