import { randomUUID } from 'node:crypto'
import { readBehind, readOutcomes } from '../../src/commands/measures/readMeasures'
import { readQueue } from '../../src/commands/transcripts/readQueue'
import { inTransaction } from '../../src/database/transaction'
import type { Deps } from '../../src/deps'
import { inTemporaryInstallation } from '../temporaryInstallation'
import { load, longestStall, megabytes, rounded, showTable, timed } from './measure'
import { seeded, someWords } from './random'

const TURNS = 2.5
const CUSTOMERS = 0.25
const DAY_MS = 86_400_000
const AT_ONCE = 500

/** How long the rooms of outcomes and transcripts read over so many receipts of the last 28 days, and how much memory that takes. */
export const benchOutcomes = async ({ receipts }: { receipts: number }) => {
  const result = await inTemporaryInstallation(async (deps) => {
    await seed(deps, receipts)
    const rooms: Record<string, () => Promise<unknown>> = {
      outcomes: () => readOutcomes(deps.payload, { by: 'topic' }),
      'behind a figure': () => readBehind(deps.payload, { figure: 'escalation' }),
      'review queue': () => readQueue(deps.payload, { reviewer: 'nobody' }),
    }
    const rows = []
    for (const [room, read] of Object.entries(rooms)) {
      const before = megabytes()
      const first = await timed(read)
      const again = await timed(read)
      const stall = await longestStall(async () => void (await read()))
      rows.push({
        room,
        firstMs: rounded(first, 0),
        againMs: rounded(again, 0),
        stallMs: stall,
        moreMb: megabytes() - before,
      })
    }
    return { receipts, load: load(), rows }
  })
  showTable(`Rooms over ${receipts} receipts`, result.rows)
  return result
}

async function seed({ payload }: Deps, receipts: number): Promise<void> {
  const bot = await payload.create({
    collection: 'bots',
    data: { name: 'Shop', audiences: ['public'], channels: ['web'], scopes: ['answer'] } as never,
  })
  const random = seeded(7)
  const conversations = Math.round(receipts / TURNS)
  for (let at = 0; at < receipts; at += AT_ONCE)
    await inTransaction({ payload }, async (req) => {
      for (let i = at; i < Math.min(at + AT_ONCE, receipts); i++) {
        const conversation = random.below(conversations)
        await payload.db.create({
          collection: 'answers',
          data: receiptOf({ bot: bot.id, conversation, conversations, random, i, receipts }),
          req,
          returning: false,
        })
      }
    })
}

function receiptOf(o: {
  bot: string
  conversation: number
  conversations: number
  random: ReturnType<typeof seeded>
  i: number
  receipts: number
}) {
  const { bot, conversation, conversations, random, i, receipts } = o
  const id = randomUUID()
  const outcome = (['answered', 'answered', 'answered', 'refused', 'escalated', 'clarify'] as const)[
    random.below(6)
  ]
  return {
    id,
    question: someWords(random, 9),
    outcome,
    reason: outcome === 'refused' ? 'no_coverage' : outcome === 'escalated' ? 'complaint' : null,
    bot,
    confidence: random.next(),
    message: someWords(random, 30),
    conversationId: `c-${conversation}`,
    channel: conversation % 3 ? 'web' : 'phone',
    customer: conversation % 4 ? `cus_${Math.floor(conversation * CUSTOMERS) % conversations}` : null,
    locale: conversation % 5 ? 'en-GB' : 'de',
    asOf: new Date().toISOString(),
    requestId: id,
    idempotencyHash: id,
    requestHash: id,
    // As large as real ones are.
    response: { sentences: [{ text: someWords(random, 60), citations: [1] }] },
    considered: Array.from({ length: 8 }, () => ({ text: someWords(random, 120) })),
    degraded: [],
    timings: {},
    versions: {},
    topic: `t-${conversation % 9}`,
    citedDocuments: outcome === 'answered' ? [`d-${random.below(60)}`] : [],
    createdAt: new Date(Date.now() - 27 * DAY_MS + (i / receipts) * 27 * DAY_MS).toISOString(),
  }
}
