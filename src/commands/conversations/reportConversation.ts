import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { v5 as uuidv5 } from 'uuid'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { redact } from '../../handover/redact'
import type { Bot, ConversationReport } from '../../../payload-types'
import type { Resolver } from '../../vocabulary'
import { NotFoundError } from '../governedDocument'
import { openByThumb } from '../gaps/openByThumb'
import { keptConversation } from '../personal'

/** Names reports by the keys that they came with. */
const REPORT_NAMESPACE = '6b0a4d3e-0e0c-4a55-9f53-1d0b3b0f2c11'

interface Reported {
  bot: Bot
  /** As the bot calls it. */
  conversationId: string
  /** The same key and report are kept once. */
  idempotencyKey?: string | null
}

export interface ReportedOutcome {
  resolved: boolean
  by?: Resolver | undefined
  reopened?: boolean | undefined
}

export interface ReportedFeedback {
  csat?: number | undefined
  thumbs?: 'up' | 'down' | undefined
  receiptId?: string | undefined
  comment?: string | undefined
}

type Ports = Pick<Deps, 'payload' | 'keyedHash'>

/** Keeps how a conversation ended, as its bot says. @returns the report's id. @throws {NotFoundError} */
export const reportOutcome = (
  deps: Ports,
  { resolved, by, reopened = false, ...o }: Reported & ReportedOutcome,
): Promise<string> =>
  keep(deps, {
    ...o,
    kind: 'outcome',
    row: { resolved: resolved && !reopened, resolvedBy: by ?? null, reopened },
  })

/**
 * Keeps what a customer thought of a conversation, or of one answer in it; an answer that did not help opens a gap.
 * @returns the report's id. @throws {NotFoundError}
 */
export async function reportFeedback(
  deps: Deps,
  { csat, thumbs, receiptId, comment, ...o }: Reported & ReportedFeedback,
): Promise<string> {
  const id = await keep(deps, {
    ...o,
    kind: 'feedback',
    row: {
      csat: csat ?? null,
      thumbs: thumbs ?? null,
      receipt: receiptId ?? null,
      comment: comment === undefined ? null : redact(comment).text,
    },
  })
  if (thumbs === 'down')
    await openByThumb(deps, {
      bot: o.bot.id,
      conversationId: keptConversation(deps.keyedHash, o.conversationId),
      receiptId: receiptId ?? null,
    })
  return id
}

interface Kept extends Reported {
  kind: ConversationReport['kind']
  row: Partial<ConversationReport>
}

const keep = (
  { payload, keyedHash }: Ports,
  { bot, conversationId, idempotencyKey, kind, row }: Kept,
): Promise<string> =>
  inTransaction({ payload }, async (req) => {
    const kept = keptConversation(keyedHash, conversationId)
    await requireTurn(req, {
      bot,
      kept,
      receipt: (row.receipt as string | null | undefined) ?? null,
      conversationId,
    })
    const id = idempotencyKey
      ? uuidv5(JSON.stringify([bot.id, kept, kind, row, idempotencyKey]), REPORT_NAMESPACE)
      : randomUUID()
    const { totalDocs } = await payload.db.count({
      collection: 'conversation-reports',
      where: { id: { equals: id } },
      req,
    })
    if (!totalDocs)
      await payload.db.create({
        collection: 'conversation-reports',
        data: { id, bot: bot.id, conversationId: kept, kind, ...row },
        req,
        returning: false,
      })
    return id
  })

/** Nothing is kept of a conversation, or an answer in it, that this bot never had. */
async function requireTurn(
  req: PayloadRequest,
  o: { bot: Bot; kept: string; receipt: string | null; conversationId: string },
): Promise<void> {
  const { totalDocs } = await req.payload.db.count({
    collection: 'answers',
    where: {
      and: [
        { conversationId: { equals: o.kept } },
        { bot: { equals: o.bot.id } },
        o.receipt ? { id: { equals: o.receipt } } : {},
      ],
    },
    req,
  })
  if (!totalDocs)
    throw new NotFoundError(
      o.receipt
        ? `There is no receipt ${o.receipt} in the conversation ${o.conversationId}.`
        : `There is no conversation ${o.conversationId} of this bot. Send its id as “conversationId” with each question.`,
    )
}
