import type { Payload, Where } from 'payload'
import { idOf } from '../../records/content'
import { pagesOf, rowsById } from '../../database/pages'
import type { Conversation, MeasuredHandover } from '../../measures/types'
import type { Answer, Gap, Handover } from '../../../payload-types'
import { groupBy } from '../../groupBy'
import { proofOf } from '../gaps/readProof'
import { conversationKey, readReports, UNREPORTED } from './readReports'

const SELECT = {
  question: true,
  locale: true,
  outcome: true,
  reason: true,
  bot: true,
  conversationId: true,
  customer: true,
  gap: true,
  handover: true,
  citedDocuments: true,
  createdAt: true,
} as const

interface Period {
  /** Epoch ms. */
  from: number
  to: number
  bot: string | null
}

/** Conversations with a turn in the period; a receipt of none is one of its own. What Vouch asked itself is not among them. */
export async function readConversations(
  payload: Payload,
  { from, to, bot }: Period,
): Promise<Conversation[]> {
  const own = await askedByVouch(payload, from)
  const asked: Answer[] = []
  const where: Where = {
    and: [
      { createdAt: { greater_than_equal: new Date(from).toISOString() } },
      { createdAt: { less_than: new Date(to).toISOString() } },
      bot ? { bot: { equals: bot } } : {},
    ],
  }
  for await (const page of pagesOf<Answer>(payload, {
    collection: 'answers',
    by: 'createdAt',
    where,
    select: SELECT,
  }))
    asked.push(...page.filter(({ id }) => !own.has(id)))
  const handovers = await handoversOf(payload, asked)
  const reports = await readReports(payload, { from, bot })
  return [...groupBy(asked, keyOf)].map(([id, rows]) => ({
    id,
    bot: idOf(rows[0]?.bot) ?? '',
    customer: rows.find(({ customer }) => customer)?.customer ?? null,
    turns: rows.map(turnOf),
    report: reports.get(id) ?? UNREPORTED,
    handovers: rows.flatMap(({ handover }) => handovers.get(idOf(handover) ?? '') ?? []),
  }))
}

const keyOf = ({ id, bot, conversationId }: Answer): string =>
  conversationId ? conversationKey(idOf(bot) ?? '', conversationId) : id

const turnOf = (row: Answer): Conversation['turns'][number] => ({
  at: Date.parse(row.createdAt),
  question: row.question,
  locale: row.locale,
  outcome: row.outcome,
  reason: row.reason ?? null,
  gap: idOf(row.gap),
  citedDocuments: row.citedDocuments ?? [],
})

async function handoversOf(
  payload: Payload,
  rows: readonly Answer[],
): Promise<ReadonlyMap<string, MeasuredHandover>> {
  const ids = rows.flatMap(({ handover }) => idOf(handover) ?? [])
  const found = await rowsById<Handover>(payload, {
    collection: 'handovers',
    ids,
    select: { state: true, claimedAt: true, endedAt: true },
  })
  return new Map(
    [...found].map(([id, { state, claimedAt, endedAt }]) => [
      id,
      { state: state ?? 'open', claimedAt: instantOf(claimedAt), endedAt: instantOf(endedAt) },
    ]),
  )
}

const instantOf = (at: string | null | undefined): number | null => (at ? Date.parse(at) : null)

/**
 * Receipts of an instant and later that prove that a gap is closed: no customer asked them. They are stored just before their
 * gap is closed.
 */
async function askedByVouch(payload: Payload, from: number): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for await (const page of pagesOf<Gap>(payload, {
    collection: 'gaps',
    where: {
      and: [
        { closingReceipt: { exists: true } },
        { closedAt: { greater_than_equal: new Date(from).toISOString() } },
      ],
    },
    select: { proof: true, closingReceipt: true },
  }))
    for (const gap of page) {
      ids.add(idOf(gap.closingReceipt) ?? '')
      for (const { receiptId } of proofOf(gap)?.wordings ?? []) ids.add(receiptId)
    }
  return ids
}
