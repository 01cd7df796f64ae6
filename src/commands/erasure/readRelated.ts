import type { Payload, PayloadRequest, Where } from 'payload'
import type {
  Answer,
  AssistRecord,
  ConversationReport,
  EvalCase,
  GapEvent,
  Handover,
  HandoverAct,
  RecalledAnswer,
  Verdict,
} from '../../../payload-types'
import { pagesOf } from '../../database/pages'
import { idOf } from '../../records/content'
import type { ErasableConversation } from './findConversations'

/** Receipts with everything that was written about them. */
export interface Related {
  answers: Answer[]
  events: GapEvent[]
  handovers: Handover[]
  acts: HandoverAct[]
  reports: ConversationReport[]
  verdicts: Verdict[]
  assists: AssistRecord[]
  recalled: RecalledAnswer[]
  cases: EvalCase[]
}

type Reading = { payload: Payload; req?: Partial<PayloadRequest> }

/** A statement binds each id, and SQLite binds only so many. */
const IDS_AT_ONCE = 400

/** What belongs to receipts, and to the conversations that they are of. */
export async function readRelated(
  reading: Reading,
  {
    receipts,
    conversations = [],
  }: { receipts: readonly string[]; conversations?: readonly ErasableConversation[] },
): Promise<Related> {
  const answers = await rowsOf<Answer>(reading, 'answers', 'id', receipts)
  const handovers = await rowsOf<Handover>(reading, 'handovers', 'receipt', receipts)
  return {
    answers: answers.filter(({ erasedAt }) => !erasedAt),
    handovers,
    events: await rowsOf<GapEvent>(reading, 'gap-events', 'receipt', receipts),
    acts: await rowsOf<HandoverAct>(
      reading,
      'handover-acts',
      'handover',
      handovers.map(({ id }) => id),
    ),
    reports: await reportsOf(reading, { receipts, conversations }),
    verdicts: await rowsOf<Verdict>(reading, 'verdicts', 'receipt', receipts),
    assists: await assistsOf(reading, { handovers, conversations }),
    recalled: await rowsOf<RecalledAnswer>(reading, 'recalled-answers', 'receipt', receipts),
    cases: await rowsOf<EvalCase>(reading, 'eval-cases', 'receipt', receipts),
  }
}

/** By conversation, for a report need not name an answer; where others share its id, only what names one. */
async function reportsOf(
  reading: Reading,
  o: { receipts: readonly string[]; conversations: readonly ErasableConversation[] },
): Promise<ConversationReport[]> {
  const whole = await inConversations<ConversationReport>(reading, 'conversation-reports', o.conversations)
  const single = await rowsOf<ConversationReport>(reading, 'conversation-reports', 'receipt', o.receipts)
  return [...new Map([...whole, ...single].map((row) => [row.id, row])).values()]
}

/** By conversation, for suggestions need no hand-over; and by hand-over, for one need not be of a conversation. */
async function assistsOf(
  reading: Reading,
  o: { handovers: readonly Handover[]; conversations: readonly ErasableConversation[] },
): Promise<AssistRecord[]> {
  const whole = await inConversations<AssistRecord>(reading, 'assist-records', o.conversations)
  const ids = o.handovers.map(({ id }) => id)
  const single = await rowsOf<AssistRecord>(reading, 'assist-records', 'handover', ids)
  return [...new Map([...whole, ...single].map((row) => [row.id, row])).values()]
}

/** Records of whole conversations; of one whose id another customer's turns bear too nobody can say whose they are. */
async function inConversations<Row extends { id: string; bot: unknown; conversationId?: string | null }>(
  reading: Reading,
  collection: Slug,
  conversations: readonly ErasableConversation[],
): Promise<Row[]> {
  const own = conversations.filter(({ shared, conversationId }) => !shared && conversationId !== null)
  const keys = new Set(own.map(({ bot, conversationId }) => JSON.stringify([bot, conversationId])))
  const named = own.map(({ conversationId }) => conversationId ?? '')
  const found = await rowsOf<Row>(reading, collection, 'conversationId', named)
  return found.filter(({ bot, conversationId }) =>
    keys.has(JSON.stringify([idOf(bot as string), conversationId])),
  )
}

type Slug = Parameters<typeof pagesOf>[1]['collection']

/** Rows whose `field` has one of these values. */
export async function rowsOf<Row extends { id: string }>(
  { payload, req = {} }: Reading,
  ...[collection, field, values]: [Slug, string, readonly string[]]
): Promise<Row[]> {
  const rows: Row[] = []
  const asked = [...new Set(values)]
  for (let at = 0; at < asked.length; at += IDS_AT_ONCE) {
    const where: Where = { [field]: { in: asked.slice(at, at + IDS_AT_ONCE) } }
    for await (const page of pagesOf<Row>(payload, { collection, where, req })) rows.push(...page)
  }
  return rows
}
