import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { languageOf } from '../../retrieval/analyze'
import type { RankedPassage } from '../../retrieval/types'
import { answerTypesOf, holdsAnswerType } from '../answerType'
import type { Calibration } from '../calibration'
import type { ChatModel } from '../chat/types'
import { cite } from '../grounding/cite'
import {
  groundProposed,
  isKnownLanguage,
  sameLanguage,
  type Dropped,
  type Grounded,
} from '../grounding/ground'
import { overlap } from '../terms'
import type { Decision } from '../types'
import { withinTime } from '../withinTime'
import { answerPrompt, PROMPTS } from './prompt'
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

const ProposalSchema = z.strictObject({
  sufficient: z.boolean(),
  missing: z.string(),
  sentences: z.array(
    z.strictObject({
      text: z.string(),
      quotes: z.array(z.strictObject({ passage: z.string(), quote: z.string() })),
    }),
  ),
})
type Proposal = z.infer<typeof ProposalSchema>

/** An answer of a few sentences with their quotes. */
const MAX_TOKENS = 900
const MOST_SENTENCES = 5
/** What the model is shown. */
const MOST_PASSAGES = 5
const MOST_CHARACTERS = 8_000
/** An FAQ whose question shares this much with the customer's (Jaccard) has been answered by a person already. */
const SAME_QUESTION = 0.8
/** Of the time there is, when a second look follows. */
const WRITING_SHARE = 0.6

/**
 * Puts an answer that quoting would give into a model's words, each sentence checked against the text that it quotes. The
 * model may say that the texts do not suffice, and then nothing is said; it can add nothing. When it is down, or words
 * fail that rest on real quotes, the texts' own words are given. When it quotes what no text says, nothing is.
 */
export const generate = async (input: GenerateInput): Promise<Generated> => {
  const { quoted, writing } = input
  const { chat } = writing
  const passages = passagesFor(input)
  const quote = (quotedBecause: Generation['quotedBecause'], failed = false): Generated => ({
    decision: quoted,
    generation: { ...NOTHING_GENERATED, ...(quotedBecause && { quotedBecause }) },
    failed,
  })
  if (!chat) return quote('not_configured', true)
  if (isAnsweredFaq(input)) return quote('faq_says_it')
  if (passages.size === 0) return quote('no_passages')
  const generation: Generation = { ...NOTHING_GENERATED, model: chat.id, prompts: [PROMPTS.answer] }
  try {
    return await withinTime(() => written({ ...input, passages, chat, generation }), input.withinMs)
  } catch (error) {
    const failure = error instanceof Error ? error.message : 'unknown'
    return { decision: quoted, generation: { ...generation, quotedBecause: 'failed', failure }, failed: true }
  }
}

type WriteInput = Omit<GenerateInput, 'passages'> & {
  passages: ReadonlyMap<string, RankedPassage>
  chat: ChatModel
  generation: Generation
}

const written = async (o: WriteInput): Promise<Generated> => {
  const started = performance.now()
  const { value, usage } = await propose(o)
  const { sufficient, missing } = value
  const generation = { ...o.generation, usage, sufficient, missing: missing.slice(0, 500) }
  if (!sufficient) {
    const decision: Decision = { outcome: 'refused', reason: 'insufficient', confidence: o.quoted.confidence }
    return { decision, generation, failed: false }
  }
  if (value.sentences.length === 0) throw new Error('It said that the texts suffice, and nothing else.')
  const grounded = groundProposed(value.sentences.slice(0, MOST_SENTENCES), o)
  const withinMs = o.withinMs - (performance.now() - started)
  const looked = await secondLook(grounded, { ...o, withinMs, generation })
  return { ...conclude(looked, value, o), failed: false }
}

const propose = ({ question, passages, locale, writing, chat, withinMs, signal }: WriteInput) =>
  chat.complete({
    ...answerPrompt({ question, passages, locale, tone: writing.tone, nonce: randomUUID() }),
    schema: ProposalSchema,
    schemaName: 'answer',
    maxTokens: MAX_TOKENS,
    withinMs: writing.entailment ? withinMs * WRITING_SHARE : withinMs,
    signal,
  })

/** What is given in the end: the model's words as far as they hold, the texts' own, or nothing. */
const conclude = (
  { grounded, dropped, generation }: { grounded: Grounded[]; dropped: Dropped[]; generation: Generation },
  { sentences }: Proposal,
  { quoted, question }: WriteInput,
): Omit<Generated, 'failed'> => {
  const record = {
    ...generation,
    dropped: dropped.map(({ text, fault }) => ({ text: text.slice(0, 400), fault })),
  }
  const { confidence } = quoted
  if (stillAnswers({ grounded, first: sentences[0]?.text.trim() ?? '', question, quoted }))
    return {
      decision: { outcome: 'answered', mode: 'generated', ...cite(grounded), confidence },
      generation: record,
    }
  if (grounded.length === 0 && dropped.every(({ fault }) => fault === 'no_quote'))
    return { decision: { outcome: 'refused', reason: 'unsupported', confidence }, generation: record }
  const quotedBecause = dropped.some(({ fault }) => fault === 'not_entailed') ? 'not_entailed' : 'reworded'
  return { decision: quoted, generation: { ...record, quotedBecause } }
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

/** The best passages by short ids: those that may be told at this confidence, and in a language that can be checked. */
const passagesFor = ({ passages, quoted, calibration, locale, writing }: GenerateInput) => {
  const translates = writing.entailment !== null && isKnownLanguage(locale)
  const allowed = passages.filter(
    (passage) =>
      quoted.confidence >= calibration.thresholds[passage.riskTier] &&
      !passage.topic?.escalate &&
      (sameLanguage(passage.locale, locale) || (translates && isKnownLanguage(passage.locale))),
  )
  let characters = 0
  const shown = allowed
    .slice(0, MOST_PASSAGES)
    .filter(({ text }) => (characters += text.length) <= MOST_CHARACTERS)
  return new Map(shown.map((passage, i) => [`P${i + 1}`, passage]))
}

const isAnsweredFaq = ({ quoted, question, locale }: GenerateInput): boolean =>
  quoted.citations.every(({ document }) => document.collection === 'faqs') &&
  quoted.citations.some(
    ({ document }) => overlap(document.title, question, languageOf(locale)) >= SAME_QUESTION,
  )
