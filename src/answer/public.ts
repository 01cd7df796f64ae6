import { ESCALATION_REASONS, type Degradation, type RefusalReason } from '../vocabulary'
import { citationsOf, sentencesOf } from './cited'
import { messagesFor } from './messages'
import type { Generation } from './generate/types'
import { nextStepOf } from './nextStep'
import type { AnswerResponse, NextStep, PUBLIC_REFUSALS, PublicGeneration } from './schema'
import { outOfScope } from './triggers/outOfScope'
import { lineOf, wordsOf } from '../escalation/words'
import { policyFor } from './byPolicy'
import type { AskingBot, Decision, EscalatedBy, SmallTalk } from './types'

export interface PublicInput {
  decision: Decision
  /** The customer's words, which choose the friendly sentence for small talk. */
  question: string
  receiptId: string
  locale: string
  degraded: Degradation[]
  /** What a language model had to do with it. */
  generation?: Generation | undefined
  /** The policy by which it goes to a person; what ships with Vouch unless given. */
  escalatedBy?: EscalatedBy | undefined
  /** Of the hand-over that was stored; an escalation has one. */
  handover?: { id: string; queue: string | null; urgency: 'normal' | 'high' }
  /** What it offers instead of an answer is the same for every refusal; a person unless told. */
  bot?: Pick<AskingBot, 'locales' | 'next'>
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
      return refused(decision, o)
  }
}

/** Without what it said and missed: that is for the receipt, and for those who may read it. */
const toldGeneration = (generation: Generation): PublicGeneration => {
  const { model, entailment, prompts, usage, quotedBecause } = generation
  return { model, entailment, prompts, usage, ...(quotedBecause && { quotedBecause }) }
}

type Told = Pick<PublicInput, 'decision' | 'question' | 'locale' | 'bot' | 'escalatedBy'>

/** The words that the customer is shown. */
export const messageOf = (o: Told): string => {
  const { decision, locale } = o
  switch (decision.outcome) {
    case 'answered':
      return [inSentences(decision), ...(decision.partly ? [messagesFor(locale).partly] : [])].join(' ')
    case 'clarify':
      return messagesFor(locale).clarify
    case 'escalated':
      return escalationMessage(decision, o)
    case 'refused':
      return refusalMessage(decision, o)
  }
}

/** What ships with Vouch knows no hours, so that the instant does not matter. */
const escalationMessage = (
  decision: Extract<Decision, { outcome: 'escalated' }>,
  { escalatedBy, locale }: Told,
): string => {
  const at = { locale, at: escalatedBy?.at ?? 0 }
  const words = wordsOf(escalatedBy?.policy ?? policyFor(decision), at)
  if (!decision.beside) return words
  const beside = escalatedBy?.beside ?? policyFor({ reason: 'sensitive_topic', about: decision.beside })
  return `${words} ${lineOf(beside, at)}`
}

/** The reason that a caller may know, for any that a receipt keeps: why a person was asked is told, why not answered is not. */
export const publicReasonOf = (reason: string): string =>
  (ESCALATION_REASONS as readonly string[]).includes(reason) ? reason : publicReason(reason as RefusalReason)

/** The reason a caller is told, for the reason the receipt keeps. */
const publicReason = (reason: RefusalReason): (typeof PUBLIC_REFUSALS)[number] =>
  reason === 'out_of_scope' || reason === 'unavailable' || reason === 'not_advised' ? reason : 'no_answer'

type Refused = Extract<Decision, { outcome: 'refused' }>

const refused = (decision: Refused, o: PublicInput): AnswerResponse => ({
  outcome: 'refused',
  message: messageOf(o),
  receiptId: o.receiptId,
  locale: o.locale,
  degraded: o.degraded,
  reason: publicReason(decision.reason),
  next: nextOf(decision, o),
  ...(decision.sentences && decision.citations && quotedIn(decision)),
})

const quotedIn = (decision: Refused): Pick<Answered, 'sentences' | 'citations'> => ({
  sentences: sentencesOf(decision),
  citations: citationsOf(decision),
})

/** Nobody has a bot for which nothing can be done. */
const ANY_BOT = { locales: [] }

const nextOf = (decision: Refused, { question, locale, bot = ANY_BOT }: Told): NextStep =>
  talkOf(decision, question) === 'unclear'
    ? { kind: 'rephrase', text: messagesFor(locale).next.rephrase }
    : nextStepOf(bot, locale)

const talkOf = ({ reason, talk }: Refused, question: string): SmallTalk | null =>
  reason === 'out_of_scope' ? (talk ?? outOfScope(question) ?? 'other') : null

/** What is said ends in what can be done, but for talk that waits for nothing. */
const refusalMessage = (decision: Refused, o: Told): string => {
  const messages = messagesFor(o.locale)
  const talk = talkOf(decision, o.question)
  if (talk && talk !== 'other') return messages.out_of_scope[talk]
  const shown = publicReason(decision.reason)
  const said = decision.sentences ? inSentences(quotedIn(decision)) : saidOf(shown, messages)
  const next = nextOf(decision, o)
  return 'text' in next ? `${said} ${next.text}` : said
}

const saidOf = (shown: ReturnType<typeof publicReason>, messages: ReturnType<typeof messagesFor>): string => {
  if (shown === 'out_of_scope') return messages.out_of_scope.other
  return shown === 'unavailable' ? messages.unavailable : messages.no_answer
}

/**
 * A step of a procedure stands on a line of its own. Marks stand once, after the last of the sentences in a row that are of one
 * text; what ends in no mark of its own, as items and rows do, is ended.
 */
function inSentences({ sentences, citations }: Pick<Answered, 'sentences' | 'citations'>): string {
  const sourceOf = (numbers: readonly number[]) =>
    [...new Set(numbers.map((number) => citations.find((each) => each.number === number)?.releaseId))].join()
  let run: number[] = []
  return sentences
    .map(({ text, citations: numbers }, i) => {
      const next = sentences[i + 1]
      run.push(...numbers)
      const goesOn = next !== undefined && sourceOf(next.citations) === sourceOf(numbers)
      const marks = goesOn ? '' : ` ${[...new Set(run)].map((number) => `[${number}]`).join('')}`
      if (!goesOn) run = []
      const line = next !== undefined && isStep(next.text) ? '\n' : ' '
      return `${ended(text)}${marks}${next ? line : ''}`
    })
    .join('')
}

type Answered = Extract<Decision, { outcome: 'answered' }>

const ended = (text: string): string => (/[\p{L}\p{N})%°]$/u.test(text) ? `${text}.` : text)

const isStep = (text: string): boolean => /^\d{1,3}\. /.test(text)

const missingHandover = (reason: string): never => {
  throw new TypeError(
    `An answer escalated as ${reason} has no hand-over: store it first and pass its id and queue.`,
  )
}
