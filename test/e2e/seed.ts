import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { Answer, Bot, Chunk, Gap, Release, User } from '../../payload-types'
import { markdownToRichText } from '../../src/records/richText/markdown'
import { chunker } from '../../ingestion/chunk'
import { createBotKey } from '../../src/commands/botKeys'
import { transitionDocument } from '../../src/commands/transitionDocument'
import type { Transition } from '../../src/governance/types'
import type { Audience, GovernedCollection, RiskTier } from '../../src/vocabulary'
import { drainJobs } from '../../src/worker'
import { PASSWORD, PEOPLE } from './people'
import { TEXTS, type SeedText } from './texts'

export interface House {
  users: Record<keyof typeof PEOPLE, User>
  bot: Bot
  /** The bot’s only key, in clear. */
  key: string
  documents: { collection: GovernedCollection; id: string; title: string; state: string }[]
  receipts: string[]
  gaps: string[]
}

/** Fills an empty installation with people, texts in every state, receipts and gaps, through the real commands. */
export const seedHouse = async (payload: Payload, databaseUri: string): Promise<House> => {
  const users = await createPeople(payload)
  const topic = await payload.create({
    collection: 'topics',
    data: {
      name: 'Returns and refunds',
      slug: 'returns',
      queue: 'Aftersales',
      lead: users.approver.id,
      approvers: [users.approver.id],
    },
  })
  await payload.create({
    collection: 'topics',
    data: { name: 'Vulnerable customers', slug: 'vulnerable', queue: 'Care', escalate: true },
  })
  const bot = await payload.create({
    collection: 'bots',
    data: {
      name: 'Shop assistant',
      enabled: true,
      audiences: ['public', 'customer'],
      channels: ['web', 'chat'],
      locales: ['en-GB'],
      scopes: ['answer', 'read:receipts', 'read:gaps', 'write:outcomes'],
      requestsPerMinute: 600,
    },
  })
  const key = await createBotKey({ payload, user: users.admin }, bot.id)
  const documents = []
  for (const text of TEXTS) documents.push(await writeText({ payload, users, topic: topic.id, text }))
  await drainJobs({ payload, databaseUri })
  for (const [index, text] of TEXTS.entries())
    if (text.edit) await editText({ payload, users, id: documents[index]!.id, text })
  const receipts = await recordReceipts(payload, bot)
  const gaps = await recordGaps(payload, { bot, owner: users.qa, answered: receipts[0]! })
  return { users, bot, key, documents, receipts, gaps }
}

/** One after the other: a password is hashed while the writer is held. */
const createPeople = async (payload: Payload): Promise<House['users']> => {
  const created: [string, unknown][] = []
  for (const [key, person] of Object.entries(PEOPLE)) {
    const data = { ...person, password: PASSWORD }
    created.push([key, await payload.create({ collection: 'users', data })])
  }
  return Object.fromEntries(created) as House['users']
}

interface Writing {
  payload: Payload
  users: House['users']
  text: SeedText
}

const writeText = async ({ payload, users, topic, text }: Writing & { topic: string }) => {
  const user = { ...users.author, collection: 'users' as const }
  const shared = {
    workflowState: 'draft' as const,
    version: 1,
    topic,
    owner: users.author.id,
    locale: 'en-GB',
    audience: (text.audience ?? 'public') as Audience,
    riskTier: (text.riskTier ?? 'standard') as RiskTier,
    effectiveFrom: inDays(text.effectiveInDays),
    expiresAt: inDays(text.expiresInDays),
  }
  const body = await markdownToRichText(payload.config, text.markdown)
  const { id } =
    text.collection === 'faqs'
      ? await payload.create({
          collection: 'faqs',
          data: { ...shared, question: text.title, answer: body },
          user,
        })
      : await payload.create({
          collection: 'policies',
          data: { ...shared, kind: 'policy', title: text.title, body },
          user,
        })
  await walk({ payload, users, collection: text.collection, id, version: 1, steps: text.steps })
  return { collection: text.collection, id, title: text.title, state: text.steps.at(-1)?.[0] ?? 'draft' }
}

const editText = async ({ payload, users, id, text }: Writing & { id: string }) => {
  const body = await markdownToRichText(payload.config, text.edit?.markdown ?? text.markdown)
  const user = { ...users.author, collection: 'users' as const }
  const data = text.collection === 'faqs' ? { answer: body } : { body }
  await payload.update({ collection: text.collection, id, data, user })
  await walk({ payload, users, collection: text.collection, id, version: 2, steps: text.edit?.steps ?? [] })
}

const walk = async ({
  payload,
  users,
  steps,
  ...document
}: {
  payload: Payload
  users: House['users']
  collection: GovernedCollection
  id: string
  version: number
  steps: SeedText['steps']
}) => {
  for (const [transition, who, comment] of steps)
    await transitionDocument(
      { payload, user: users[who], chunker },
      {
        collection: document.collection,
        id: document.id,
        transition: transition as Transition,
        expectedVersion: document.version,
        ...(comment && { comment }),
      },
    )
}

const inDays = (days: number | undefined): string | null =>
  days === undefined ? null : new Date(Date.now() + days * 86_400_000).toISOString()

const QUOTE = '30 days of delivery'

/** One answer with its citation, and refusals, stored as the answer API stores them. */
const recordReceipts = async (payload: Payload, bot: Bot): Promise<string[]> => {
  const { docs } = await payload.find({
    collection: 'chunks',
    where: { text: { contains: QUOTE } },
    depth: 1,
  })
  const chunk = docs[0] as Chunk & { release: Release }
  const passage = passageOf(chunk)
  const start = chunk.start + chunk.text.indexOf(QUOTE)
  const citation = {
    ...passage,
    number: 1,
    quote: QUOTE,
    start,
    end: start + QUOTE.length,
    contentHash: chunk.contentHash,
    validFrom: chunk.release.validFrom,
  }
  const sentence = { text: 'You can return goods within 30 days of delivery.', citations: [1] }
  const answered = await recordReceipt(payload, bot, {
    question: 'How long can I send back a laptop?',
    outcome: 'answered',
    confidence: 0.96,
    message: `${sentence.text} [1]`,
    response: { outcome: 'answered', mode: 'quoted', sentences: [sentence], citations: [citation] },
    considered: [{ ...passage, score: 0.93, dense: 0.712, words: 11.42 }],
    citedDocuments: [chunk.release.documentId],
  })
  const refused = await recordReceipt(payload, bot, {
    question: 'Do you ship to Norway?',
    outcome: 'refused',
    reason: 'no_coverage',
    confidence: 0.11,
    message: 'I cannot answer that with the information that I have.',
    response: { outcome: 'refused', reason: 'no_answer', next: { kind: 'person' } },
    considered: [{ ...passage, score: 0.31, dense: 0.244, words: null }],
  })
  const escalated = await recordReceipt(payload, bot, {
    question: 'I want to talk to a person, now.',
    outcome: 'escalated',
    reason: 'asks_for_person',
    message: 'I am passing you to a colleague.',
    response: { outcome: 'escalated', reason: 'asks_for_person' },
    considered: [],
  })
  return [answered, refused, escalated]
}

const passageOf = (chunk: Chunk & { release: Release }) => ({
  chunkId: chunk.id,
  releaseId: chunk.release.id,
  document: {
    id: chunk.release.documentId,
    collection: chunk.release.documentCollection,
    title: chunk.release.title,
  },
  version: chunk.release.version,
  headingPath: chunk.headingPath as string[],
  text: chunk.text,
})

const recordReceipt = async (payload: Payload, bot: Bot, receipt: Partial<Answer>): Promise<string> => {
  const id = randomUUID()
  await payload.db.create({
    collection: 'answers',
    data: {
      bot: bot.id,
      channel: 'web',
      conversationId: 'c-81f3',
      locale: 'en-GB',
      asOf: new Date().toISOString(),
      requestId: randomUUID(),
      idempotencyHash: id,
      requestHash: id,
      messages: [],
      degraded: [],
      timings: { triggers: 0.3, retrieve: 7.9, hydrate: 2.4, decide: 1.2, total: 12.6 },
      versions: {
        indexVersion: 'index-1',
        chunker: 'headings-1',
        embeddingModel: 'all-MiniLM-L6-v2-int8@afdb6f1a',
        calibration: 'bank-1',
      },
      ...receipt,
      id,
    },
    req: {},
  })
  return id
}

const GAPS: Partial<Gap>[] = [
  { question: 'Do you ship to Norway?', reason: 'no_coverage', seen: 12, people: 9, state: 'new' },
  { question: 'Can I pay by invoice?', reason: 'insufficient', seen: 7, people: 7, state: 'new' },
  { question: 'Is the summer discount still on?', reason: 'expired', seen: 4, people: 3, state: 'new' },
  {
    question: 'How long do sellers on your marketplace have?',
    reason: 'conflict',
    seen: 3,
    people: 3,
    state: 'drafting',
  },
  {
    question: 'How long can I send back a laptop?',
    reason: 'no_coverage',
    seen: 5,
    people: 4,
    state: 'verified',
  },
  {
    question: 'Who will win the election?',
    reason: 'no_coverage',
    seen: 2,
    people: 2,
    state: 'wont_answer',
    note: 'Not ours: politics.',
  },
]

const recordGaps = async (
  payload: Payload,
  { bot, owner, answered }: { bot: Bot; owner: User; answered: string },
): Promise<string[]> => {
  const ids: string[] = []
  for (const [index, gap] of GAPS.entries()) {
    const id = randomUUID()
    ids.push(id)
    const now = new Date(Date.now() - index * 7_200_000).toISOString()
    const closed = gap.state === 'verified' && { closingReceipt: answered, closedAt: now }
    await payload.db.create({
      collection: 'gaps',
      data: { ...gap, ...closed, id, bot: bot.id, lastSeenAt: now, owner: index % 2 ? owner.id : null },
      req: {},
    })
    await recordEvent(payload, { gap: id, bot, question: gap.question ?? '', reason: gap.reason ?? '' })
  }
  return ids
}

const recordEvent = async (
  payload: Payload,
  { gap, bot, question, reason }: { gap: string; bot: Bot; question: string; reason: string },
) => {
  const { docs } = await payload.find({
    collection: 'answers',
    where: { outcome: { equals: 'refused' } },
    limit: 1,
  })
  await payload.db.create({
    collection: 'gap-events',
    data: { id: randomUUID(), gap, receipt: docs[0]?.id, question, reason, bot: bot.id, customer: null },
    req: {},
  })
}
