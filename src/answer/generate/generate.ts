import { languageOf } from '../../retrieval/analyze'
import type { RankedPassage } from '../../retrieval/types'
import { answerTypesOf, holdsAnswerType } from '../answerType'
import type { Calibration } from '../calibration'
import { addUsage, NO_USAGE, usageOfFailure } from '../chat/usage'
import { bearingOn, type Found } from '../grounding/bearing'
import { cite } from '../grounding/cite'
import {
  groundProposed,
  isKnownLanguage,
  sameLanguage,
  type Dropped,
  type Grounded,
} from '../grounding/ground'
import { plainSentence } from '../grounding/proposedSentence'
import type { QuotedBecause } from '../../vocabulary'
import { overlap } from '../terms'
import type { Decision } from '../types'
import { startBudget, withinTime } from '../withinTime'
import { groundingStep } from '../groundingStep'
import { PROMPTS } from './prompt'
import { propose, type Proposal, type ProposeInput, type Spent } from './propose'
import { secondLook } from './secondLook'
import type { Generation, Writing } from './types'

type Answered = Extract<Decision, { outcome: 'answered' }>
type Refused = Extract<Decision, { outcome: 'refused' }>

/** What is told where the model has nothing to add: what quoting would answer, or a refusal for want of an answer. */
export type Standing = Answered | Refused

export interface GenerateInput {
  standing: Standing
  question: string
  /** Best first. */
  passages: readonly RankedPassage[]
  locale: string
  calibration: Calibration
  writing: Writing
  withinMs: number
  signal?: AbortSignal | undefined
}

/** A decision, and what the model had to do with it. */
export interface Generated {
  decision: Decision
  generation: Generation
  /** The model was not available. */
  failed: boolean
}

export const NOTHING_GENERATED: Generation = {
  model: null,
  entailment: null,
  prompts: [],
  usage: { promptTokens: 0, completionTokens: 0 },
  dropped: [],
}

const MOST_SENTENCES = 5
/** An FAQ whose question shares this much with the customer's (Jaccard) has been answered by a person already. */
const SAME_QUESTION = 0.8

/**
 * Has a model read the passages and word the answer, each sentence checked against the text that it quotes. Its verdict that
 * they suffice counts where the words' reader refused; its verdict that they do not takes a ready quotation away; it can add
 * nothing to them. When it is down, or what it says cannot be used, what stands without it is told: the texts' own words, or
 * the refusal.
 */
export const generate = async (input: GenerateInput): Promise<Generated> => {
  const { standing, writing } = input
  const { chat } = writing
  const passages = passagesFor(input)
  const quote = (quotedBecause: QuotedBecause, failed = false): Generated => ({
    decision: standing,
    generation: { ...NOTHING_GENERATED, ...because(standing, quotedBecause) },
    failed,
  })
  if (!chat) return quote('not_configured', true)
  if (isAnsweredFaq(input)) return quote('faq_says_it')
  if (passages.length === 0) return quote('no_passages')
  const spent: Spent = { usage: NO_USAGE }
  const generation: Generation = { ...NOTHING_GENERATED, model: chat.id, prompts: [PROMPTS.answer] }
  try {
    return await withinTime(
      () => written({ ...input, allowed: passages, chat, generation, spent }),
      input.withinMs,
    )
  } catch (error) {
    const failure = error instanceof Error ? error.message : 'unknown'
    const usage = addUsage(spent.usage, usageOfFailure(error))
    return {
      decision: standing,
      generation: { ...generation, usage, ...because(standing, 'failed'), failure },
      failed: true,
    }
  }
}

/** Why the texts' own words are given; a refusal gives none. */
const because = (standing: Standing, quotedBecause: QuotedBecause): Pick<Generation, 'quotedBecause'> =>
  standing.outcome === 'answered' ? { quotedBecause } : {}

interface WriteInput extends ProposeInput {
  standing: Standing
  generation: Generation
}

type Grounding = WriteInput & { passages: ReadonlyMap<string, RankedPassage> }

const written = async (o: WriteInput): Promise<Generated> => {
  const budget = startBudget(o.withinMs)
  const { value, passages } = await propose(o, budget)
  const { sufficient, missing } = value
  const generation = { ...o.generation, usage: o.spent.usage, sufficient, missing: missing.slice(0, 500) }
  if (!sufficient) {
    const { outcome, confidence } = o.standing
    const decision: Decision =
      outcome === 'refused' ? o.standing : { outcome: 'refused', reason: 'insufficient', confidence }
    return { decision, generation, failed: false }
  }
  if (value.sentences.length === 0) throw new Error('It said that the texts suffice, and nothing else.')
  const found = foundIn(o.standing, [...passages.values()])
  const bears = bearingOn({ question: o.question, passages: passages.values(), found })
  const proposed = value.sentences.slice(0, MOST_SENTENCES)
  const grounded = groundingStep(
    proposed.length,
    () => groundProposed(proposed, { ...o, passages, bears }),
    (checked) => checked.grounded.length,
  )
  const looked = await secondLook(grounded, { ...o, withinMs: budget.left(), generation })
  return conclude(looked, value, { ...o, passages })
}

/** What the words refused shares few with the question: what then bears on it is what was found first. */
const TRUSTED = 2

const foundIn = (standing: Standing, passages: readonly RankedPassage[]): readonly Found[] =>
  standing.outcome === 'answered'
    ? standing.citations
    : passages.slice(0, TRUSTED).map(({ chunkId, text }) => ({ chunkId, quote: text }))

/** What is given in the end: the model's words as far as they hold, the texts' own, or nothing. */
const conclude = (
  { grounded, dropped, generation }: { grounded: Grounded[]; dropped: Dropped[]; generation: Generation },
  { sentences }: Proposal,
  { standing, question }: Grounding,
): Generated => {
  const record = {
    ...generation,
    dropped: dropped.map(({ text, fault }) => ({ text: text.slice(0, 400), fault })),
  }
  if (stillAnswers({ grounded, first: plainSentence(sentences[0]?.text ?? ''), question, standing }))
    return {
      decision: {
        outcome: 'answered',
        mode: 'generated',
        ...cite(grounded),
        confidence: standing.confidence ?? 0,
      },
      generation: record,
      failed: false,
    }
  const why = whyQuoted(grounded, dropped)
  return {
    decision: standing,
    generation: { ...record, ...because(standing, why) },
    failed: why === 'unsupported',
  }
}

const whyQuoted = (grounded: readonly Grounded[], dropped: readonly Dropped[]): QuotedBecause => {
  if (grounded.length === 0 && dropped.every(({ fault }) => fault === 'no_quote')) return 'unsupported'
  return dropped.some(({ fault }) => fault === 'not_entailed') ? 'not_entailed' : 'reworded'
}

/** The sentence that answers is there, and so is the kind of fact that is asked for, where the texts have it. */
const stillAnswers = (o: {
  grounded: readonly Grounded[]
  first: string
  question: string
  standing: Standing
}): boolean => {
  const types = answerTypesOf(o.question)
  const holds = (sentences: readonly { text: string }[]) =>
    holdsAnswerType(sentences.map(({ text }) => text).join(' '), types) !== false
  return (
    o.grounded[0] !== undefined &&
    o.grounded[0].text === o.first &&
    (holds(o.grounded) || (o.standing.outcome === 'answered' && !holds(o.standing.sentences)))
  )
}

/**
 * The passages that may be told, and are in a language that can be checked. A standard text may be read by the model before
 * any confidence; what is sensitive or regulated is told at its tier's alone.
 */
const passagesFor = ({
  passages,
  standing,
  calibration,
  locale,
  writing,
}: GenerateInput): RankedPassage[] => {
  const translates = writing.entailment !== null && isKnownLanguage(locale)
  return passages.filter(
    (passage) =>
      (passage.riskTier === 'standard' ||
        (standing.confidence ?? 0) >= calibration.thresholds[passage.riskTier]) &&
      !passage.topic?.escalate &&
      (sameLanguage(passage.locale, locale) || (translates && isKnownLanguage(passage.locale))),
  )
}

const isAnsweredFaq = ({ standing, question, locale }: GenerateInput): boolean =>
  standing.outcome === 'answered' &&
  standing.citations.every(({ document }) => document.collection === 'faqs') &&
  standing.citations.some(
    ({ document }) => overlap(document.title, question, languageOf(locale)) >= SAME_QUESTION,
  )
