import type { Payload, Where } from 'payload'
import type { Answer, ConversationReport, HandoverAct } from '../../../payload-types'
import { idOf } from '../../records/content'
import { groupBy } from '../../groupBy'
import { NotFoundError } from '../governedDocument'
import { parseReceipt, type ReceiptRecord } from '../parseReceipt'
import { readVerdicts, type KeptVerdict } from '../verdicts/readVerdicts'

/** A conversation of hundreds of turns is read in pieces of so many. */
export const TURNS_AT_ONCE = 50

/** One turn with everything that was recorded of it. */
export interface TranscriptTurn {
  row: Answer
  record: ReceiptRecord
  /** What colleagues did with its hand-over, the first first. */
  acts: HandoverAct[]
  /** What customers said of this answer. */
  reports: ConversationReport[]
  verdicts: KeptVerdict[]
}

/** A whole conversation, as it was kept: what was taken out of it before is nowhere in it. */
export interface Transcript {
  /** The receipt that it was asked for by. */
  asked: Answer
  turns: TranscriptTurn[]
  /** How many turns it has, and which page of them this is. */
  total: number
  page: number
  pages: number
  /** What was said of the conversation as a whole, the latest last. */
  reports: ConversationReport[]
}

/** The conversation that a receipt is of; one without a conversation’s id stands alone. @throws {NotFoundError} */
export async function readTranscript(
  payload: Payload,
  { receiptId, page }: { receiptId: string; page: number | null },
): Promise<Transcript> {
  const asked = await payload.db.findOne<Answer>({
    collection: 'answers',
    where: { id: { equals: receiptId } },
    req: {},
  })
  if (!asked) throw new NotFoundError(`There is no receipt ${receiptId}.`)
  const where = whereConversation(asked)
  const { docs, totalDocs, totalPages, ...found } = await payload.find({
    collection: 'answers',
    where,
    sort: ['createdAt', 'id'],
    limit: TURNS_AT_ONCE,
    page: page ?? (await pageWith(payload, asked)),
    depth: 0,
  })
  const [acts, verdicts, reports] = await Promise.all([
    readActsOf(payload, docs),
    readVerdicts(payload, { receipt: { in: docs.map(({ id }) => id) } }),
    readReportsOn(payload, asked),
  ])
  const verdictsOf = groupBy(verdicts, ({ receipt }) => receipt)
  return {
    asked,
    total: totalDocs,
    page: found.page ?? 1,
    pages: totalPages,
    reports: reports.filter(({ receipt }) => !receipt),
    turns: docs.map((row) => ({
      row,
      record: parseReceipt(row),
      acts: acts.get(idOf(row.handover) ?? '') ?? [],
      reports: reports.filter(({ receipt }) => idOf(receipt) === row.id),
      verdicts: verdictsOf.get(row.id) ?? [],
    })),
  }
}

const whereConversation = ({ id, bot, conversationId }: Answer): Where =>
  conversationId
    ? { and: [{ bot: { equals: idOf(bot) } }, { conversationId: { equals: conversationId } }] }
    : { id: { equals: id } }

/** The page on which the receipt stands. */
async function pageWith(payload: Payload, asked: Answer): Promise<number> {
  if (!asked.conversationId) return 1
  const { totalDocs } = await payload.count({
    collection: 'answers',
    where: { and: [whereConversation(asked), { createdAt: { less_than: asked.createdAt } }] },
  })
  return Math.floor(totalDocs / TURNS_AT_ONCE) + 1
}

async function readActsOf(
  payload: Payload,
  rows: readonly Answer[],
): Promise<ReadonlyMap<string, HandoverAct[]>> {
  const handovers = rows.flatMap(({ handover }) => idOf(handover) ?? [])
  if (!handovers.length) return new Map()
  const { docs } = await payload.find({
    collection: 'handover-acts',
    where: { handover: { in: handovers } },
    sort: ['createdAt', 'id'],
    depth: 0,
    pagination: false,
  })
  return groupBy(docs, ({ handover }) => idOf(handover) ?? '')
}

async function readReportsOn(
  payload: Payload,
  { bot, conversationId }: Answer,
): Promise<ConversationReport[]> {
  if (!conversationId) return []
  const { docs } = await payload.find({
    collection: 'conversation-reports',
    where: { and: [{ bot: { equals: idOf(bot) } }, { conversationId: { equals: conversationId } }] },
    sort: ['createdAt', 'id'],
    depth: 0,
    pagination: false,
  })
  return docs
}
