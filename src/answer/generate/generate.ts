import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ChatError } from '../../errors'
import { languageOf } from '../../retrieval/analyze'
import type { RankedPassage } from '../../retrieval/types'
import { answerTypesOf, holdsAnswerType } from '../answerType'
import type { Calibration } from '../calibration'
import type { ChatModel, ChatUsage } from '../chat/types'
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
import type { QuotedBecause } from '../../vocabulary'
import { overlap } from '../terms'
import type { Decision } from '../types'
import { startBudget, withinTime, type Budget } from '../withinTime'
import { charactersFor, fitPassages, sizeOf } from './fitPassages'
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
/** A prompt that was too long is tried again with half of the passages, so often. */
const MOST_CUTS = 2
/** An FAQ whose question shares this much with the customer's (Jaccard) has been answered by a person already. */
const SAME_QUESTION = 0.8
/** Of the time there is, when a second look follows. */
const WRITING_SHARE = 0.6

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

/** Tokens so far, also when what comes next fails. */
interface Spent {
  usage: ChatUsage
}

type WriteInput = Omit<GenerateInput, 'passages'> & {
  /** What may be told. */
  allowed: readonly RankedPassage[]
  chat: ChatModel
  generation: Generation
  spent: Spent
}

type Grounding = WriteInput & { passages: ReadonlyMap<string, RankedPassage> }

const written = async (o: WriteInput): Promise<Generated> => {
  const budget = startBudget(o.withinMs)
  const { value, passages } = await proposeWithin(o, budget)
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

/** A proposal from as many of the passages as the model takes; a server tells only by refusing where its setting is not told. */
const proposeWithin = async (
  o: WriteInput,
  budget: Budget,
): Promise<{ value: Proposal; passages: ReadonlyMap<string, RankedPassage> }> => {
  let characters = charactersFor({
    contextTokens: o.chat.limits?.contextTokens,
    replyTokens: o.chat.limits?.maxTokens ?? MAX_TOKENS,
    prompt: Object.values(promptFor(o, new Map())).join('\n') + JSON.stringify(z.toJSONSchema(ProposalSchema)),
    passages: o.allowed,
  })
  for (let cut = 0; ; cut++) {
    const shown = numbered(fitPassages(o.allowed, { question: o.question, characters }))
    if (shown.size === 0) throw new ChatError(`${o.chat.id} has no room for a passage.`, { fault: 'too_long' })
    try {
      const value = await propose(o, shown, budget.left())
      return { value, passages: whole(shown, o.allowed) }
    } catch (error) {
      if (!(error instanceof ChatError) || error.fault !== 'too_long' || cut === MOST_CUTS) throw error
      characters = sizeOf(shown.values()) / 2
    }
  }
}

const numbered = (passages: readonly RankedPassage[]): Map<string, RankedPassage> =>
  new Map(passages.map((passage, i) => [`P${i + 1}`, passage]))

/** Quotes are looked for in the passages as they are signed, not as they were cut. */
const whole = (shown: ReadonlyMap<string, RankedPassage>, allowed: readonly RankedPassage[]) =>
  new Map(
    Array.from(shown, ([id, cut]) => [id, allowed.find(({ chunkId }) => chunkId === cut.chunkId) ?? cut]),
  )

const promptFor = ({ question, locale, writing }: WriteInput, passages: ReadonlyMap<string, RankedPassage>) =>
  answerPrompt({ question, passages, locale, tone: writing.tone, nonce: randomUUID() })

const propose = async (
  o: WriteInput,
  passages: ReadonlyMap<string, RankedPassage>,
  withinMs: number,
): Promise<Proposal> => {
  const { value, usage } = await o.chat.complete({
    ...promptFor(o, passages),
    schema: ProposalSchema,
    schemaName: 'answer',
    maxTokens: o.chat.limits?.maxTokens ?? MAX_TOKENS,
    withinMs: o.writing.entailment ? withinMs * WRITING_SHARE : withinMs,
    signal: o.signal,
  })
  o.spent.usage = addUsage(o.spent.usage, usage)
  return value
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
  if (stillAnswers({ grounded, first: sentences[0]?.text.trim() ?? '', question, quoted }))
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

const whyQuoted = (
  grounded: readonly Grounded[],
  dropped: readonly Dropped[],
): QuotedBecause => {
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
