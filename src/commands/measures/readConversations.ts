import type { Payload, Where } from 'payload'
import { idOf } from '../../records/content'
import { pagesOf, rowsById } from '../../database/pages'
import { ERASED } from '../../vocabulary'
import type { Conversation, MeasuredHandover } from '../../measures/types'
import type { Answer, Gap, Handover } from '../../../payload-types'
import { groupBy } from '../../groupBy'
import { proofOf } from '../gaps/readProof'
import { readTopics } from './readTopics'
import { conversationKey, readReports, UNREPORTED } from './readReports'

/** What is read of every receipt; the words of a question are read where somebody needs them. */
const SELECT = {
  locale: true,
  outcome: true,
  reason: true,
  confidence: true,
  bot: true,
  channel: true,
  conversationId: true,
  customer: true,
  topic: true,
  gap: true,
  handover: true,
  citedDocuments: true,
  createdAt: true,
} as const

interface Wanted {
  /** Epoch ms. */
  from: number
  to: number
  bot: string | null
}

/** Conversations with a turn in the period; a receipt of none is one of its own. What Vouch asked itself is not among them. */
export async function readConversations(payload: Payload, wanted: Wanted): Promise<Conversation[]> {
  const [own, reports, topicOf] = await Promise.all([
    askedByVouch(payload, wanted.from),
    readReports(payload, wanted),
    readTopics(payload),
  ])
  const asked: Answer[] = []
  for await (const page of pagesOf<Answer>(payload, {
    collection: 'answers',
    by: 'createdAt',
    where: whereAsked(wanted),
    select: SELECT,
    size: 2_000,
  }))
    asked.push(...page.filter(({ id }) => !own.has(id)))
  const conversations = [...groupBy(asked, keyOf)]
  const [handovers, questions] = await Promise.all([
    handoversOf(payload, asked),
    questionsOf(payload, conversations),
  ])
  return conversations.map(([id, rows]) => ({
    id,
    bot: idOf(rows[0]?.bot) ?? '',
    customer: rows.find(({ customer }) => customer)?.customer ?? null,
    channel: rows.find(({ channel }) => channel)?.channel ?? null,
    language: (rows[0]?.locale ?? '').toLowerCase().split(/[-_]/)[0] ?? '',
    topic: rows.map(topicOf).find((topic) => topic !== null) ?? null,
    turns: rows.map((row) => turnOf(row, questions)),
    report: reports.get(id) ?? UNREPORTED,
    handovers: rows.flatMap(({ handover }) => handovers.get(idOf(handover) ?? '') ?? []),
  }))
}

const whereAsked = ({ from, to, bot }: Wanted): Where => ({
  and: [
    { createdAt: { greater_than_equal: new Date(from).toISOString() } },
    { createdAt: { less_than: new Date(to).toISOString() } },
    bot ? { bot: { equals: bot } } : {},
  ],
})

const keyOf = ({ id, bot, conversationId }: Answer): string =>
  conversationId ? conversationKey(idOf(bot) ?? '', conversationId) : id

const turnOf = (row: Answer, questions: ReadonlyMap<string, string>): Conversation['turns'][number] => ({
  receipt: row.id,
  at: Date.parse(row.createdAt),
  question: questions.get(row.id) ?? '',
  locale: row.locale,
  outcome: row.outcome,
  reason: row.reason ?? null,
  confidence: row.confidence ?? null,
  gap: idOf(row.gap),
  citedDocuments: row.citedDocuments ?? [],
})

/** In their words, of customers who came more than once: whether they asked for the same is told by them. */
async function questionsOf(
  payload: Payload,
  conversations: readonly [string, Answer[]][],
): Promise<ReadonlyMap<string, string>> {
  const theirs = groupBy(
    conversations.flatMap(([, rows]) => {
      const customer = rows.find((row) => row.customer)?.customer
      return customer ? [{ customer, rows }] : []
    }),
    ({ customer }) => customer,
  )
  const ids = [...theirs.values()]
    .filter(({ length }) => length > 1)
    .flatMap((several) => several.flatMap(({ rows }) => rows.map(({ id }) => id)))
  const rows = await rowsById<Answer>(payload, { collection: 'answers', ids, select: { question: true } })
  // Of what was erased nobody can say any more what it asked for.
  return new Map([...rows].map(([id, { question }]) => [id, question === ERASED ? '' : question]))
}

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
