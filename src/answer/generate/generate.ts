import { languageOf } from '../../retrieval/analyze'
import type { RankedPassage } from '../../retrieval/types'
import { answerTypesOf, holdsAnswerType } from '../answerType'
import type { Calibration } from '../calibration'
import { addUsage, NO_USAGE, usageOfFailure } from '../chat/usage'
import { bearingOn } from '../grounding/bearing'
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
import { PROMPTS } from './prompt'
import { propose, type Proposal, type ProposeInput, type Spent } from './propose'
import { secondLook } from './secondLook'
import type { Generation, Writing } from './types'

export type Answered = Extract<Decision, { outcome: 'answered' }>

export interface GenerateInput {
  /** What quoting would answer: every check on knowledge was passed. */
  quoted: Answered
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
 * Puts an answer that quoting would give into a model's words, each sentence checked against the text that it quotes. The
 * model may say that the texts do not suffice, and then nothing is said; it can add nothing. When it is down, or what it
 * says cannot be used, the texts' own words are given: a reply never takes a ready answer away.
 */
export const generate = async (input: GenerateInput): Promise<Generated> => {
  const { quoted, writing } = input
  const { chat } = writing
  const passages = passagesFor(input)
  const quote = (quotedBecause: QuotedBecause, failed = false): Generated => ({
    decision: quoted,
    generation: { ...NOTHING_GENERATED, quotedBecause },
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
      decision: quoted,
      generation: { ...generation, usage, quotedBecause: 'failed', failure },
      failed: true,
    }
  }
}

interface WriteInput extends ProposeInput {
  quoted: Answered
  generation: Generation
}

type Grounding = WriteInput & { passages: ReadonlyMap<string, RankedPassage> }

const written = async (o: WriteInput): Promise<Generated> => {
  const budget = startBudget(o.withinMs)
  const { value, passages } = await propose(o, budget)
  const { sufficient, missing } = value
  const generation = { ...o.generation, usage: o.spent.usage, sufficient, missing: missing.slice(0, 500) }
  if (!sufficient) {
    const decision: Decision = { outcome: 'refused', reason: 'insufficient', confidence: o.quoted.confidence }
    return { decision, generation, failed: false }
  }
  if (value.sentences.length === 0) throw new Error('It said that the texts suffice, and nothing else.')
  const found = o.quoted.citations
  const bears = bearingOn({ question: o.question, passages: passages.values(), found })
  const grounded = groundProposed(value.sentences.slice(0, MOST_SENTENCES), { ...o, passages, bears })
  const looked = await secondLook(grounded, { ...o, withinMs: budget.left(), generation })
  return conclude(looked, value, { ...o, passages })
}

/** What is given in the end: the model's words as far as they hold, the texts' own, or nothing. */
const conclude = (
  { grounded, dropped, generation }: { grounded: Grounded[]; dropped: Dropped[]; generation: Generation },
  { sentences }: Proposal,
  { quoted, question }: Grounding,
): Generated => {
  const record = {
    ...generation,
    dropped: dropped.map(({ text, fault }) => ({ text: text.slice(0, 400), fault })),
  }
  const { confidence } = quoted
  if (stillAnswers({ grounded, first: plainSentence(sentences[0]?.text ?? ''), question, quoted }))
    return {
      decision: { outcome: 'answered', mode: 'generated', ...cite(grounded), confidence },
      generation: record,
      failed: false,
    }
  const quotedBecause = whyQuoted(grounded, dropped)
  return {
    decision: quoted,
    generation: { ...record, quotedBecause },
    failed: quotedBecause === 'unsupported',
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
  quoted: Answered
}): boolean => {
  const types = answerTypesOf(o.question)
  const holds = (sentences: readonly { text: string }[]) =>
    holdsAnswerType(sentences.map(({ text }) => text).join(' '), types) !== false
  return (
    o.grounded[0] !== undefined &&
    o.grounded[0].text === o.first &&
    (holds(o.grounded) || !holds(o.quoted.sentences))
  )
}

/** The passages that may be told at this confidence, and are in a language that can be checked. */
const passagesFor = ({ passages, quoted, calibration, locale, writing }: GenerateInput): RankedPassage[] => {
  const translates = writing.entailment !== null && isKnownLanguage(locale)
  return passages.filter(
    (passage) =>
      quoted.confidence >= calibration.thresholds[passage.riskTier] &&
      !passage.topic?.escalate &&
      (sameLanguage(passage.locale, locale) || (translates && isKnownLanguage(passage.locale))),
  )
}

const isAnsweredFaq = ({ quoted, question, locale }: GenerateInput): boolean =>
  quoted.citations.every(({ document }) => document.collection === 'faqs') &&
  quoted.citations.some(
    ({ document }) => overlap(document.title, question, languageOf(locale)) >= SAME_QUESTION,
  )
