import type {
  Answer,
  AssistRecord,
  ConversationReport,
  GapEvent,
  Handover,
  HandoverAct,
  RecalledAnswer,
  Verdict,
} from '../../../payload-types'
import { REQUEST_HASH_MARK } from '../../database/retireBareHashes'
import { ERASED } from '../../vocabulary'

/** By what a conversation is known from now on: nothing that leads to its customer without the installation's secret. */
export interface Aliases {
  customer: string | null
  conversationId: string | null
}

/**
 * What is written over a receipt: how it ended, what it cited and by which versions stay; what the customer wrote, whoever they
 * are, and what a model worded go. Words that were quoted from signed texts are not the customer's, and stay as what was said.
 */
export const blankReceipt = (
  row: Answer,
  { customer, conversationId }: Aliases,
  at: string,
): Partial<Answer> => ({
  question: ERASED,
  because: null,
  message: isQuoted(row) ? row.message : ERASED,
  conversationId,
  customer,
  requestId: ERASED,
  // The keyed hashes go too: without them nobody guesses the text from the digests of the seals before (docs/adr/0016).
  idempotencyHash: row.id,
  requestHash: `${REQUEST_HASH_MARK}erased`,
  messages: [],
  metadata: {},
  response: blankResponse(row),
  searched: null,
  generation: blankGeneration(row),
  erasedAt: at,
})

const isQuoted = (row: Answer): boolean => {
  const { mode } = (row.response ?? {}) as { mode?: unknown }
  return row.outcome === 'answered' && mode === 'quoted'
}

const OF_RESPONSE = [
  'outcome',
  'reason',
  'receiptId',
  'locale',
  'degraded',
  'mode',
  'citations',
  'confidence',
  'superseded',
]
const OF_GENERATION = ['model', 'entailment', 'prompts']

const blankResponse = (row: Answer) => {
  const said = isQuoted(row) ? ['sentences', 'message'] : []
  return { message: ERASED, sentences: [], ...only(row.response, [...OF_RESPONSE, ...said]), erased: true }
}

const blankGeneration = ({ generation }: Answer) => (generation ? only(generation, OF_GENERATION) : null)

const only = (value: unknown, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => names.includes(name)))

export const blankEvent = ({ customer }: Aliases): Partial<GapEvent> => ({ question: ERASED, customer })

/** The colleague's part stays: who had it, how long, and how it ended; and of which kinds the contact details were. */
export const blankHandover = (row: Handover): Partial<Handover> => ({
  question: ERASED,
  summary: row.summary ? ERASED : null,
  contact: null,
  vaultKey: null,
  package: {
    ...only(row.package, ['reason', 'queue', 'urgency', 'nextSteps', 'redacted', 'contact']),
    erased: true,
    evidence: ERASED,
    intent: { summary: ERASED, topic: null },
    details: [],
    transcript: [],
    tried: [],
    considered: [],
  },
})

export const blankAct = (row: HandoverAct): Partial<HandoverAct> => ({
  text: row.text ? ERASED : null,
  sealed: null,
})

export const blankVerdict = (row: Verdict): Partial<Verdict> => ({ note: row.note ? ERASED : null })

export const blankReport = (
  row: ConversationReport,
  conversationId: string | null,
): Partial<ConversationReport> => ({
  conversationId: conversationId ?? row.conversationId,
  comment: row.comment ? ERASED : null,
})

export const blankAssist = (row: AssistRecord, conversationId: string | null): Partial<AssistRecord> => ({
  conversationId: conversationId ?? row.conversationId ?? null,
  text: row.text ? ERASED : null,
})

export const blankRecalled = (row: RecalledAnswer, { conversationId }: Aliases): Partial<RecalledAnswer> => ({
  conversationId,
  note: row.note ? ERASED : null,
})

const OF_MESSAGE = ['id', 'state', 'queue', 'urgency', 'reason', 'botId', 'receiptId']

/** A webhook message of a hand-over, without what anybody wrote. */
export const blankMessage = (data: unknown): Record<string, unknown> => ({
  ...only(data, OF_MESSAGE),
  erased: true,
})
