import type { RankedPassage } from '../../retrieval/types'
import type { Calibration } from '../calibration'
import type { ChatModel } from '../chat/types'
import { addUsage, usageOfFailure } from '../chat/usage'
import { retrievalQuestion } from '../rewrite'
import type { AskingBot, Decision, Turn } from '../types'
import { withinTime, type Budget } from '../withinTime'
import { step } from '../../tracing/step'
import { conflictOf } from '../decide'
import { generate, NOTHING_GENERATED, type Standing } from './generate'
import { PROMPTS } from './prompt'
import { isFollowUp, rewriteByModel } from './rewrite'
import type { Entailment, Generation } from './types'

/** The language models of this installation; null where none is configured. */
export interface Models {
  chat: ChatModel | null
  entailment: Entailment | null
}

interface Run {
  turn: Turn
  bot: AskingBot
  calibration: Calibration
  models?: Models | undefined
  signal?: AbortSignal | undefined
  budget: Budget
  timings: Record<string, number>
}

/** The question to search for, and what a model had to do with it. */
export interface Understood {
  question: string
  generation: Generation | null
  /** The model was not available. */
  failed: boolean
}

/** Of the time left, what putting a follow-up into words that stand alone may take. */
const REWRITE_SHARE = 0.25
/** Of the time left after the decision, what writing may take; the rest is for falling back. */
const WRITING_SHARE = 0.95

/**
 * The question to search for: a follow-up in whole words, by the model for a bot whose answers may be generated, else by
 * rule. Never rejects.
 */
export const understand = async ({
  turn,
  bot,
  models,
  budget,
  timings,
  signal,
}: Run): Promise<Understood> => {
  const byRule = retrievalQuestion(turn)
  const chat = bot.answerMode === 'generated' ? models?.chat : null
  if (!chat || !isFollowUp(turn)) return { question: byRule, generation: null, failed: false }
  const before = budget.spent()
  const withinMs = budget.left() * REWRITE_SHARE
  const generation = { ...NOTHING_GENERATED, model: chat.id, prompts: [PROMPTS.rewrite] }
  try {
    const { question, usage } = await withinTime(
      () => rewriteByModel(turn, { chat, withinMs, signal }),
      withinMs,
    )
    return {
      question: question ?? byRule,
      generation: { ...generation, usage, ...(question && { rewritten: question }) },
      failed: false,
    }
  } catch (error) {
    return { question: byRule, generation: { ...generation, usage: usageOfFailure(error) }, failed: true }
  } finally {
    timings['rewrite'] = budget.spent() - before
  }
}

/** Refusals that a model's reading may lift: of what was found, nothing was taken for an answer. */
const UNREAD = new Set<string>(['no_coverage', 'insufficient', 'unsupported'])

const standingOf = (decision: Decision): Standing | null =>
  decision.outcome === 'answered' || (decision.outcome === 'refused' && UNREAD.has(decision.reason))
    ? decision
    : null

/**
 * What the model reads in the passages, in its words, for a bot whose answers may be generated; any other decision as it is.
 * What contradicts itself goes to a person as ever. Never rejects.
 */
export const inWords = async (
  o: Run & { decision: Decision; understood: Understood; passages: readonly RankedPassage[] },
): Promise<{ decision: Decision; failed: boolean; generation: Generation | null }> => {
  const { turn, bot, decision, understood, models, budget, timings } = o
  const standing = standingOf(decision)
  if (bot.answerMode !== 'generated' || !standing)
    return { decision, failed: understood.failed, generation: understood.generation }
  const before = budget.spent()
  const write = () =>
    generate({
      standing,
      question: understood.question,
      passages: o.passages,
      locale: turn.locale,
      calibration: o.calibration,
      writing: {
        chat: models?.chat ?? null,
        entailment: models?.entailment ?? null,
        tone: bot.tone ?? null,
      },
      withinMs: budget.left() * WRITING_SHARE,
      signal: o.signal,
    })
  const generated = await step('generate', write)
  timings['generate'] = budget.spent() - before
  return {
    decision: lifted(standing, generated.decision) ? undisputed(generated.decision, o) : generated.decision,
    failed: understood.failed || generated.failed,
    generation: both(understood.generation, generated.generation),
  }
}

const lifted = (standing: Standing, told: Decision): boolean =>
  standing.outcome === 'refused' && told.outcome === 'answered'

/** An answer that nothing among the passages contradicts, else the conflict: quoting looked for it where it would answer alone. */
const undisputed = (
  decision: Decision,
  { passages, turn }: { passages: readonly RankedPassage[]; turn: Turn },
): Decision => {
  if (decision.outcome !== 'answered') return decision
  // The question has few words of the texts, or it would not have been refused; the answer has them.
  const question = decision.sentences.map(({ text }) => text).join(' ')
  const { confidence } = decision
  return conflictOf({ question, passages, locale: turn.locale, confidence }) ?? decision
}

/** What the model did for one turn, in two calls or one. */
const both = (asked: Generation | null, answered: Generation): Generation =>
  asked
    ? {
        ...answered,
        ...(asked.rewritten && { rewritten: asked.rewritten }),
        prompts: [...asked.prompts, ...answered.prompts],
        usage: addUsage(asked.usage, answered.usage),
      }
    : answered
