import { randomUUID } from 'node:crypto'
import type { Bot } from '../../../payload-types'
import { citationsOf, sentencesOf } from '../../answer/cited'
import { messagesFor } from '../../answer/messages'
import type { AnswerResponse, MessageSchema } from '../../answer/schema'
import type { Deps } from '../../deps'
import {
  isTold,
  openQuestions,
  replyTextOf,
  sentimentTrend,
  summarise,
  type LiveSummary,
  type LiveTurn,
  type SentimentTrend,
} from '../../handover/assist'
import type { RankedPassage } from '../../retrieval/types'
import type { Audience, UncoveredBecause } from '../../vocabulary'
import type { z } from 'zod'
import { turnOf } from '../answerQuestion'
import { askingBot } from '../askingBot'
import { decideForColleague, type DecidedForColleague } from './decideForColleague'
import { keptConversation } from '../personal'
import { nextStepsOf, type NextStep } from './nextSteps'

/** A conversation that a colleague leads, and for whom the suggestions are. */
export interface Live {
  bot: Bot
  turns: LiveTurn[]
  locale?: string | undefined
  channel?: string | undefined
  conversationId?: string | undefined
  /** Which hand-over it is, and its conversation as receipts keep it. */
  handover?: { id: string; conversationId: string | null } | null
  /** Whose texts the colleague may read; a reply to the customer is made of public ones alone. */
  readable: readonly Audience[]
  colleague: { key: string; name: string }
}

type Answered = Extract<AnswerResponse, { outcome: 'answered' }>

/** To send or to change; of which of the customer's turns it answers. */
export interface SuggestedReply extends Pick<Answered, 'sentences' | 'citations' | 'confidence'> {
  text: string
  question: string
}

export interface Suggestions {
  id: string
  suggestedReplies: SuggestedReply[]
  clarify: { question: string; options: string[] } | null
  nothingApproved: boolean
  /** Why there is nothing approved to tell; null where there is. */
  because: UncoveredBecause | null
  nextSteps: NextStep[]
  knowledge: RankedPassage[]
  summary: LiveSummary
  sentiment: SentimentTrend
  /** Why the bot would have passed it to a person; null where it would not. */
  reason: string | null
  locale: string
  degraded: string[]
}

/**
 * What helps a colleague in a live conversation: replies quoted from texts that the customer may be told, and what the colleague
 * alone may read. What was suggested is recorded without the customer's words; nothing else is stored, and no gap is opened.
 */
export async function suggest(deps: Deps, live: Live): Promise<Suggestions> {
  const replying = await decideFor(deps, { live, audiences: publicOf(live.bot) })
  // What colleagues read is looked for with what is asked now, whatever was answered before.
  const knowing = await decideFor(deps, { live, audiences: [...live.readable], justLatest: true })
  const last = knowing ?? replying
  const covered = replying !== null && sentencesOf(replying.decision).length > 0
  const suggestions: Suggestions = {
    id: randomUUID(),
    suggestedReplies: replying ? repliesOf(replying, live.turns) : [],
    clarify: replying ? clarifyOf(replying) : null,
    nothingApproved: !covered,
    because: covered ? null : becauseOf(replying, knowing),
    nextSteps: last ? nextStepsOf({ ...last, decision: last.escalation ?? last.decision }) : [],
    knowledge: knowing?.considered.slice(0, MOST_KNOWLEDGE) ?? [],
    summary: summarise(live.turns),
    sentiment: sentimentTrend(live.turns),
    reason: last?.escalation?.reason ?? null,
    locale: last?.locale ?? live.locale ?? 'en-GB',
    degraded: [...new Set([replying, knowing].flatMap((each) => each?.degraded ?? []))],
  }
  await record(deps, live, suggestions)
  return suggestions
}

const MOST_KNOWLEDGE = 5

/** Nothing that is for colleagues, partners or some customers is put into words to a customer whom nobody asked who they are. */
function publicOf({ audiences }: Bot): Audience[] {
  return audiences.filter((audience) => audience === 'public')
}

interface Decided extends DecidedForColleague {
  question: string
  locale: string
}

/** The latest turn that a text answers, or asks back about; else what is made of the latest turn. */
async function decideFor(
  deps: Deps,
  { live, audiences, justLatest = false }: { live: Live; audiences: Audience[]; justLatest?: boolean },
): Promise<Decided | null> {
  if (!audiences.length) return null
  let latest: Decided | null = null
  for (const { question, before } of openQuestions(live.turns)) {
    const decided = await decide(deps, { live, audiences, question, before })
    const { decision } = decided
    if (justLatest || sentencesOf(decision).length > 0 || decision.outcome === 'clarify') return decided
    latest ??= decided
  }
  return latest
}

async function decide(
  deps: Deps,
  o: { live: Live; audiences: Audience[]; question: string; before: LiveTurn[] },
): Promise<Decided> {
  const { locale, channel } = o.live
  const request = { question: o.question, messages: o.before.slice(-50).map(messageOf), locale, channel }
  // The texts' own words: a colleague sends them under the company's name.
  const bot = { ...askingBot(o.live.bot), audiences: o.audiences, answerMode: 'quoted' as const }
  const turn = await turnOf({ request: { ...request, explain: false, metadata: {} }, bot: o.live.bot })
  return {
    ...(await decideForColleague(deps, { turn, bot })),
    question: o.question,
    locale: turn.locale,
  }
}

function messageOf({ role, content }: LiveTurn): z.infer<typeof MessageSchema> {
  return { role: role === 'customer' ? 'user' : 'assistant', content }
}

/** None where the customer has heard it: nobody wants to be told it again. */
function repliesOf({ question, decision }: Decided, turns: readonly LiveTurn[]): SuggestedReply[] {
  const sentences = sentencesOf(decision)
  const text = replyTextOf(sentences)
  if (sentences.length === 0 || isTold(text, turns)) return []
  return [
    { text, question, sentences, citations: citationsOf(decision), confidence: decision.confidence ?? 0 },
  ]
}

function clarifyOf({ decision, locale }: Decided): Suggestions['clarify'] {
  if (decision.outcome !== 'clarify') return null
  return { question: messagesFor(locale).clarify, options: decision.options }
}

function becauseOf(replying: Decided | null, knowing: Decided | null): UncoveredBecause {
  const decision = replying?.decision
  if (decision?.outcome === 'escalated' && decision.reason === 'conflict') return 'texts_disagree'
  if (decision?.outcome === 'refused' && decision.reason === 'unavailable') return 'unavailable'
  return knowing && sentencesOf(knowing.decision).length > 0 ? 'only_for_colleagues' : 'no_answer'
}

/** Which texts were suggested, so that a label has something to be of. */
async function record({ payload, keyedHash }: Deps, live: Live, made: Suggestions): Promise<void> {
  const { bot, conversationId, handover, colleague } = live
  const given = conversationId === undefined ? null : keptConversation(keyedHash, conversationId)
  await payload.db.create({
    collection: 'assist-records',
    data: {
      id: made.id,
      assist: made.id,
      act: 'suggested',
      bot: bot.id,
      // Of a hand-over it is known, whatever the desk calls it: by both it is found when a customer is erased.
      conversationId: handover?.conversationId ?? given,
      handover: handover?.id ?? null,
      suggestions: made.suggestedReplies.map(({ text, citations }) => ({
        text,
        citations: citations.map(({ releaseId, chunkId, start, end }) => ({
          releaseId,
          chunkId,
          start,
          end,
        })),
      })),
      nothingApproved: made.nothingApproved,
      by: colleague.key,
      byName: colleague.name,
    },
    req: {},
    returning: false,
  })
}
