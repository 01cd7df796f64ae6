import { randomUUID } from 'node:crypto'
import type { Bot } from '../../../payload-types'
import { toPublic } from '../../answer/public'
import type { AnswerResponse, MessageSchema } from '../../answer/schema'
import type { Decision, Resolution } from '../../answer/types'
import type { Deps } from '../../deps'
import {
  openQuestions,
  sentimentTrend,
  summarise,
  type LiveSummary,
  type LiveTurn,
  type SentimentTrend,
} from '../../handover/assist'
import type { RankedPassage } from '../../retrieval/types'
import type { Audience } from '../../vocabulary'
import type { z } from 'zod'
import { turnOf } from '../answerQuestion'
import { askingBot } from '../askingBot'
import { decideTurn } from '../decideTurn'
import { keptConversation } from '../personal'
import { nextStepsOf, type NextStep } from './nextSteps'

/** A conversation that a colleague leads, and for whom the suggestions are. */
export interface Live {
  bot: Bot
  turns: LiveTurn[]
  locale?: string | undefined
  channel?: string | undefined
  conversationId?: string | undefined
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
  const suggestions: Suggestions = {
    id: randomUUID(),
    suggestedReplies: replying ? repliesOf(replying) : [],
    clarify: replying ? clarifyOf(replying) : null,
    nothingApproved: replying?.told.outcome !== 'answered',
    nextSteps: last ? nextStepsOf(last.resolution) : [],
    knowledge: knowing?.resolution.considered.slice(0, MOST_KNOWLEDGE) ?? [],
    summary: summarise(live.turns),
    sentiment: sentimentTrend(live.turns),
    reason: last ? reasonOf(last.resolution.decision) : null,
    locale: last?.told.locale ?? live.locale ?? 'en-GB',
    degraded: [...new Set([replying, knowing].flatMap((each) => each?.resolution.degraded ?? []))],
  }
  await record(deps, live, suggestions)
  return suggestions
}

const MOST_KNOWLEDGE = 5

/** Nothing that is for colleagues, partners or some customers is put into words to a customer whom nobody asked who they are. */
function publicOf({ audiences }: Bot): Audience[] {
  return audiences.filter((audience) => audience === 'public')
}

interface Decided {
  question: string
  resolution: Resolution
  told: AnswerResponse
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
    if (justLatest || decided.told.outcome === 'answered' || decided.told.outcome === 'clarify')
      return decided
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
  const { resolution } = await decideTurn(deps, { turn, bot })
  const { decision, degraded } = resolution
  const handover = { id: '', queue: null, urgency: 'normal' as const }
  const told = toPublic({
    decision,
    question: o.question,
    receiptId: '',
    locale: turn.locale,
    degraded,
    handover,
    bot,
  })
  return { question: o.question, resolution, told }
}

function messageOf({ role, content }: LiveTurn): z.infer<typeof MessageSchema> {
  return { role: role === 'customer' ? 'user' : 'assistant', content }
}

function repliesOf({ question, told }: Decided): SuggestedReply[] {
  if (told.outcome !== 'answered') return []
  const { sentences, citations, confidence } = told
  return [{ text: sentences.map(({ text }) => text).join(' '), question, sentences, citations, confidence }]
}

function clarifyOf({ told }: Decided): Suggestions['clarify'] {
  return told.outcome === 'clarify' ? { question: told.message, options: told.options } : null
}

function reasonOf(decision: Decision): string | null {
  return decision.outcome === 'escalated' ? decision.reason : null
}

/** Which texts were suggested, so that a label has something to be of. */
async function record({ payload, keyedHash }: Deps, live: Live, made: Suggestions): Promise<void> {
  const { bot, conversationId, colleague } = live
  await payload.db.create({
    collection: 'assist-records',
    data: {
      id: made.id,
      assist: made.id,
      act: 'suggested',
      bot: bot.id,
      conversationId: conversationId === undefined ? null : keptConversation(keyedHash, conversationId),
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
