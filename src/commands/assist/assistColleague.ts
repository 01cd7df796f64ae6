import { randomUUID } from 'node:crypto'
import { askedLocale } from '../../answer/askedLocale'
import type { Degradation, EscalationReason, Urgency, Audience } from '../../vocabulary'
import { openQuestions } from '../../assist/openQuestions'
import { procedureSteps } from '../../assist/procedureSteps'
import { sentimentTrend } from '../../assist/sentimentTrend'
import { summaryOf, type Summary } from '../../assist/summary'
import type { LiveMessage, NextStep, SentimentTrend, SuggestedReply, Uncovered } from '../../assist/types'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { nextStepsFor, urgencyOf } from '../../handover/nextSteps'
import { redact } from '../../handover/redact'
import type { RankedPassage } from '../../retrieval/types'
import { askingBot } from '../askingBot'
import type { Colleague } from '../handovers/types'
import { keptConversation } from '../personal'
import { draftReplies, type DraftedReplies } from './draftReplies'
import { liveConversation, type LiveConversation } from './liveConversation'

export interface AssistRequest {
  colleague: Colleague
  handoverId?: string | undefined
  botId?: string | undefined
  conversationId?: string | undefined
  /** The conversation so far, where the desk has it; else what is known of the hand-over. */
  messages?: readonly LiveMessage[] | undefined
  locale?: string | undefined
}

/** All that helps a colleague in a conversation now. */
export interface Assist {
  id: string
  handoverId: string | null
  locale: string
  suggestedReplies: SuggestedReply[]
  nextSteps: NextStep[]
  /** Approved texts about the latest question; `mayTell` where customers may be told them. */
  knowledge: (RankedPassage & { mayTell: boolean })[]
  summary: Summary
  sentiment: SentimentTrend
  /** Why the latest turn would go to a person; null where a bot would take it. */
  reason: EscalationReason | null
  urgency: Urgency
  /** No approved text answers anything that is open. */
  nothingApproved: boolean
  uncovered: Uncovered[]
  degraded: Degradation[]
}

/** Texts that a reply to a customer may quote, and those that only colleagues may know. */
const FOR_COLLEAGUES: ReadonlySet<Audience> = new Set(['agent', 'internal'])
/** Texts that are shown. */
const MOST_KNOWN = 5

/**
 * Suggests what to say and do next in a conversation between a colleague and a customer, from approved texts alone, and keeps
 * what was suggested, so that what becomes of it is a label. @throws {NotFoundError}
 */
export async function assistColleague(deps: Deps, request: AssistRequest): Promise<Assist> {
  const live = await liveConversation(deps.payload, request)
  const messages = (request.messages?.length ? request.messages : live.messages).map(({ role, content }) => ({
    role,
    content: redact(content).text,
  }))
  const open = openQuestions(messages)
  const locale = request.locale ?? live.locale ?? (await localeOf(messages, live))
  const audiences = audiencesOf(live)
  const drafted = await draftReplies(deps, { open, messages, bot: askingBot(live.bot), locale, audiences })
  const assist = assistOf({ messages, open, locale, live, drafted, told: new Set(audiences.reply) })
  await keepAssist(deps, { request, live, assist })
  return assist
}

/** What the bot tells customers may be suggested; what is written for colleagues is for the colleague, whatever the bot may. */
function audiencesOf({ bot }: LiveConversation): { reply: Audience[]; colleague: Audience[] } {
  const its = bot.audiences as Audience[]
  const reply = its.filter((audience) => !FOR_COLLEAGUES.has(audience))
  return { reply, colleague: [...new Set([...its, 'agent' as const])] }
}

const localeOf = (messages: readonly LiveMessage[], { bot }: LiveConversation): Promise<string> => {
  const said = messages.filter(({ role }) => role === 'customer').map(({ content }) => content)
  return askedLocale({
    question: said.at(-1) ?? '',
    messages: said.slice(0, -1).map((content) => ({ role: 'user', content })),
    locales: bot.locales ?? [],
  })
}

interface Made {
  messages: readonly LiveMessage[]
  open: ReturnType<typeof openQuestions>
  locale: string
  live: LiveConversation
  drafted: DraftedReplies
  told: ReadonlySet<Audience>
}

function assistOf({ messages, open, locale, live, drafted, told }: Made): Assist {
  const { drafted: drafts, knowledge, escalation, degraded } = drafted
  const suggestedReplies = drafts.flatMap(({ reply }) => reply ?? [])
  const uncovered = drafts.flatMap((draft) => draft.uncovered ?? [])
  const sentiment = sentimentTrend(messages)
  const reason = escalation?.reason ?? live.handover?.reason ?? null
  const standing = reason ? nextStepsFor(reason, escalation?.about) : []
  return {
    id: randomUUID(),
    handoverId: live.handover?.id ?? null,
    locale,
    suggestedReplies,
    nextSteps: [...procedureSteps(knowledge), ...standing.map((text) => ({ text, source: null }))],
    knowledge: knowledge
      .slice(0, MOST_KNOWN)
      .map((passage) => ({ ...passage, mayTell: told.has(passage.audience) })),
    summary: summaryOf(messages, open),
    sentiment,
    reason,
    urgency: urgencyOf(escalation?.urgency ?? live.handover?.urgency ?? 'normal', {
      label: sentiment.now,
      why: [],
    }),
    // What was told already is approved, and not suggested again.
    nothingApproved: open.length > 0 && uncovered.length === open.length,
    uncovered,
    degraded,
  }
}

const keepAssist = (
  { payload, keyedHash }: Deps,
  { request, live, assist }: { request: AssistRequest; live: LiveConversation; assist: Assist },
): Promise<void> =>
  inTransaction({ payload }, async (req) => {
    const { colleague, conversationId } = request
    await payload.db.create({
      collection: 'assists',
      data: {
        id: assist.id,
        bot: live.bot.id,
        handover: assist.handoverId,
        conversationId: conversationId ? keptConversation(keyedHash, conversationId) : live.conversationId,
        by: colleague.key,
        byName: colleague.name,
        locale: assist.locale,
        question: assist.summary.open[0] ?? null,
        suggestions: assist.suggestedReplies,
        nothingApproved: assist.nothingApproved,
      },
      req,
      returning: false,
    })
  })
