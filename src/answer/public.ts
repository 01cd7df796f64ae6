import { ESCALATION_REASONS, type Degradation, type RefusalReason } from '../vocabulary'
import { messagesFor } from './messages'
import type { Generation } from './generate/types'
import type { AnswerResponse, NextStep, PUBLIC_REFUSALS, PublicGeneration } from './schema'
import { outOfScope } from './triggers/outOfScope'
import type { Decision } from './types'

export interface PublicInput {
  decision: Decision
  /** The customer's words, which choose the friendly sentence for small talk. */
  question: string
  receiptId: string
  locale: string
  degraded: Degradation[]
  /** What a language model had to do with it. */
  generation?: Generation | undefined
  /** Of the hand-over that was stored; an escalation has one. */
  handover?: { id: string; queue: string | null; urgency: 'normal' | 'high' }
  /** What this bot offers instead of an answer, the same for every refusal; nothing unless told. */
  next?: NextStep
}

/**
 * What a caller sees of a decision (api.md). Refusals for lack of knowledge, of permission or of time read the same, key
 * for key, and carry no score: what a bot may not see is not told apart from what does not exist.
 */
export const toPublic = (o: PublicInput): AnswerResponse => {
  const { decision, receiptId, locale, degraded } = o
  const common = { receiptId, locale, degraded }
  switch (decision.outcome) {
    case 'answered': {
      const { mode, sentences, citations, confidence } = decision
      return {
        outcome: 'answered',
        message: messageOf(o),
        ...common,
        mode,
        sentences,
        citations,
        confidence,
        ...(o.generation && { generation: toldGeneration(o.generation) }),
      }
    }
    case 'clarify':
      return {
        outcome: 'clarify',
        message: messageOf(o),
        ...common,
        options: decision.options,
      }
    case 'escalated':
      return {
        outcome: 'escalated',
        message: messageOf(o),
        ...common,
        reason: decision.reason,
        handover: o.handover ?? missingHandover(decision.reason),
      }
    case 'refused':
      return refused(decision.reason, o)
  }
}

/** Without what it said and missed: that is for the receipt, and for those who may read it. */
const toldGeneration = (generation: Generation): PublicGeneration => {
  const { model, entailment, prompts, usage, quotedBecause } = generation
  return { model, entailment, prompts, usage, ...(quotedBecause && { quotedBecause }) }
}

/** The words that the customer is shown. */
export const messageOf = (o: Pick<PublicInput, 'decision' | 'question' | 'locale'>): string => {
  const { decision, locale } = o
  switch (decision.outcome) {
    case 'answered':
      return inSentences(decision.sentences)
    case 'clarify':
      return messagesFor(locale).clarify
    case 'escalated':
      return messagesFor(locale).escalated[decision.reason]
    case 'refused':
      return refusalMessage(decision.reason, o)
  }
}

/** The reason that a caller may know, for any that a receipt keeps: why a person was asked is told, why not answered is not. */
export const publicReasonOf = (reason: string): string =>
  (ESCALATION_REASONS as readonly string[]).includes(reason) ? reason : publicReason(reason as RefusalReason)

/** The reason a caller is told, for the reason the receipt keeps. */
const publicReason = (reason: RefusalReason): (typeof PUBLIC_REFUSALS)[number] =>
  reason === 'out_of_scope' || reason === 'unavailable' ? reason : 'no_answer'

const refused = (reason: RefusalReason, o: PublicInput): AnswerResponse => ({
  outcome: 'refused',
  message: messageOf(o),
  receiptId: o.receiptId,
  locale: o.locale,
  degraded: o.degraded,
  reason: publicReason(reason),
  next: o.next ?? { kind: 'none' },
})

const refusalMessage = (
  reason: RefusalReason,
  { locale, question }: Pick<PublicInput, 'locale' | 'question'>,
): string => {
  const messages = messagesFor(locale)
  const shown = publicReason(reason)
  return shown === 'out_of_scope' ? messages.out_of_scope[outOfScope(question) ?? 'other'] : messages[shown]
}

const inSentences = (sentences: readonly { text: string; citations: number[] }[]): string =>
  sentences
    .map(({ text, citations }) => `${text} ${citations.map((number) => `[${number}]`).join('')}`)
    .join(' ')

const missingHandover = (reason: string): never => {
  throw new TypeError(
    `An answer escalated as ${reason} has no hand-over: store it first and pass its id and queue.`,
  )
}
