import { citationsOf, sentencesOf } from '../answer/cited'
import { messagesFor } from '../answer/messages'
import type { Decision, Sentence } from '../answer/types'
import type { LiveMessage, SuggestedReply, Uncovered, UncoveredBecause } from './types'

/** What came of one open question: something to send, or why there is nothing. */
export interface Drafted {
  reply: SuggestedReply | null
  uncovered: Uncovered | null
}

/**
 * Drafts a reply from what was decided on texts that customers may be told; the words are the texts' own.
 * @param forColleagues what was decided where texts for colleagues count too: it says whether they know.
 */
export function draftOf({
  question,
  decision,
  forColleagues,
  locale,
}: {
  question: string
  decision: Decision
  forColleagues: Decision
  locale: string
}): Drafted {
  const sentences = sentencesOf(decision)
  if (sentences.length > 0)
    return {
      reply: {
        kind: 'answer',
        question,
        text: asOneText(sentences),
        citations: citationsOf(decision),
        confidence: decision.confidence,
      },
      uncovered: null,
    }
  const uncovered = { question, because: becauseOf(decision, forColleagues) }
  if (decision.outcome !== 'clarify') return { reply: null, uncovered }
  const text = `${messagesFor(locale).clarify} ${decision.options.join(' · ')}`
  const { confidence } = decision
  return { reply: { kind: 'ask', question, text, citations: [], confidence }, uncovered }
}

function becauseOf(decision: Decision, forColleagues: Decision): UncoveredBecause {
  if (decision.outcome === 'escalated' && decision.reason === 'conflict') return 'texts_disagree'
  if (decision.outcome === 'refused' && decision.reason === 'unavailable') return 'unavailable'
  return sentencesOf(forColleagues).length > 0 ? 'only_for_colleagues' : 'no_answer'
}

/** Without marks: it is sent to a customer. A step of a procedure stands on a line of its own. */
const asOneText = (sentences: readonly Sentence[]): string =>
  sentences.map(({ text }, i) => (i > 0 ? `${/^\d{1,3}\. /.test(text) ? '\n' : ' '}${text}` : text)).join('')

/** Whether the customer was told these words already, by the bot or a colleague: nobody wants to hear them again. */
export function isTold(reply: SuggestedReply, messages: readonly LiveMessage[]): boolean {
  const words = wordsOf(reply.text)
  return (
    reply.kind === 'answer' &&
    messages.some(({ role, content }) => role !== 'customer' && wordsOf(content).includes(words))
  )
}

/** Marks of citations, signs and line ends are no words. */
const wordsOf = (text: string): string =>
  text
    .replaceAll(/\[\d+\]/g, ' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
