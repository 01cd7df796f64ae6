import { z } from 'zod'
import { AnswerRequestSchema } from '../../answer/schema'
import { readApproved } from '../../commands/documents/approvedDocuments'
import { searchApproved } from '../../commands/documents/searchApproved'
import { verifyReceipt } from '../../commands/replay/verifyReceipt'
import type { Bot } from '../../../payload-types'
import { GOVERNED_COLLECTIONS, type Audience } from '../../vocabulary'
import { askBot, whenWarm } from '../askBot'
import { parseCursor } from '../cursor'
import { listGaps } from '../gaps'
import { HttpProblem, notFound } from '../problem'
import { findReceiptOf, presentReceipt } from '../receipts'
import { tellApproved, tellPassage } from './documents'
import type { Caller } from './caller'

/** What an agent can do: all of it reads, or asks. Nothing here writes, signs, publishes or withdraws a text. */
interface Tool<Input extends z.ZodType> {
  name: string
  title: string
  description: string
  scope: Bot['scopes'][number]
  input: Input
  /** Whether calling it leaves a record, as each question does. */
  records?: true
  /** What came of it, and the words for a model that reads no structure. */
  run: (caller: Caller, input: z.infer<Input>) => Promise<{ result: object; words?: string }>
}

const tool = <Input extends z.ZodType>(o: Tool<Input>): Tool<Input> => o

const { explain: _, ...asked } = AnswerRequestSchema.shape

const answer = tool({
  name: 'answer',
  title: 'Ask for an approved answer',
  description:
    'Answers a customer’s question by quoting texts that people signed, with citations; or says, as an outcome, that it asks back, hands over to a person, or has no approved answer. Tell the customer “message” word for word: do not add to it, and do not answer yourself where it refuses.',
  scope: 'answer',
  input: z.strictObject(asked),
  records: true,
  run: async ({ deps, bot, requestId, signal }, request) => {
    const result = await whenWarm(deps, (cameAt) =>
      askBot(deps, { bot, request: { ...request, explain: false }, requestId, signal }, cameAt),
    )
    return { result, words: result.message }
  },
})

const searchApprovedTool = tool({
  name: 'search_approved',
  title: 'Search approved texts',
  description: 'Finds passages of signed texts in force, best first, by words and by meaning.',
  scope: 'answer',
  input: z.strictObject({
    query: z.string().trim().min(1).max(1_000).meta({ description: 'What to search for, in plain words.' }),
    limit: z.int().min(1).max(20).default(5),
    locale: AnswerRequestSchema.shape.locale,
  }),
  run: async ({ deps, bot }, input) => {
    const found = await whenWarm(deps, () => searchApproved(deps, { bot, ...input }))
    if (!found)
      throw new HttpProblem({
        status: 503,
        title: 'Unavailable',
        detail: 'Nothing could be searched. Try again shortly.',
      })
    const { passages, degraded } = found
    return { result: { data: passages.map(tellPassage), degraded } }
  },
})

const getDocument = tool({
  name: 'get_document',
  title: 'Read an approved text',
  description: 'The whole of a signed text in force, as Markdown, with its version and since when it holds.',
  scope: 'answer',
  input: z.strictObject({ collection: z.enum(GOVERNED_COLLECTIONS), id: z.string().min(1).max(100) }),
  run: async ({ deps, bot }, asking) => {
    const audiences = bot.audiences as Audience[]
    const found = await readApproved(deps.payload, { ...asking, audiences, at: Date.now() })
    if (!found) throw notFound(`There is no approved text ${asking.collection}/${asking.id}.`)
    return { result: tellApproved(found), words: found.text }
  },
})

const listGapsTool = tool({
  name: 'list_gaps',
  title: 'List what could not be answered',
  description: 'Questions that this bot could not answer for lack of an approved text, the newest first.',
  scope: 'read:gaps',
  input: z.strictObject({
    limit: z.int().min(1).max(100).default(20),
    cursor: z.string().max(500).optional().meta({ description: 'The nextCursor of the page before.' }),
  }),
  run: async ({ deps, bot }, { limit, cursor }) => ({
    result: await listGaps(deps.payload, bot, {
      limit,
      after: cursor === undefined ? null : parseCursor(cursor),
    }),
  }),
})

const receiptId = z.strictObject({
  id: z.string().min(1).max(100).meta({ description: 'The receiptId of an answer.' }),
})

const getReceipt = tool({
  name: 'get_receipt',
  title: 'Read the record of an answer',
  description: 'What was asked, considered, decided and said, by which versions of everything.',
  scope: 'read:receipts',
  input: receiptId,
  run: async ({ deps: { payload }, bot }, { id }) => ({
    result: await presentReceipt(payload, await findReceiptOf(payload, bot, id), bot),
  }),
})

const verifyReceiptTool = tool({
  name: 'verify_receipt',
  title: 'Check the record of an answer',
  description:
    '“intact”: all that the answer rests on is there to the byte. “holds”: each quotation still stands in a text that is signed and in force, so that it may be told today.',
  scope: 'read:receipts',
  input: receiptId,
  run: async ({ deps: { payload }, bot }, { id }) => ({
    result: await verifyReceipt(payload, await findReceiptOf(payload, bot, id), bot),
  }),
})

/** In the order of their names, always: clients keep the list. */
export const TOOLS = [
  answer,
  getDocument,
  getReceipt,
  listGapsTool,
  searchApprovedTool,
  verifyReceiptTool,
] as const
