/** Stands where a customer's text stood. */
export const ERASED = '[erased]'

/**
 * Where a customer's text can be, for every collection. `reference`: the record belongs to a conversation, and each of its
 * fields is kept or blanked. `scrubbed`: text of a customer may be quoted in it, and is cut out of these fields. `none`: never,
 * with the reason. A collection or a field of a conversation's record that is not listed fails test/unit/erasure.test.ts.
 */
export type Holds =
  | { by: 'reference'; kept: readonly string[]; blanked: readonly string[] }
  | { by: 'scrubbed'; fields: readonly string[] }
  | { by: 'none'; because: string }

const GOVERNED =
  'the company’s own texts, which people wrote and signed; where they use a customer’s words the report names them'
const SETTINGS = 'what people of the company set'
const SIGNED = 'made of signed texts alone'

export const HOLDS: Readonly<Record<string, Holds>> = {
  answers: {
    by: 'reference',
    blanked: [
      'question',
      'because',
      'message',
      'conversationId',
      'customer',
      'requestId',
      'idempotencyHash',
      'requestHash',
      'messages',
      'metadata',
      'response',
      'searched',
      'generation',
    ],
    kept: [
      'id',
      'redacted',
      'outcome',
      'reason',
      'bot',
      'audiences',
      'confidence',
      'channel',
      'locale',
      'asOf',
      'supersedes',
      'considered',
      'features',
      'degraded',
      'timings',
      'versions',
      'signed',
      'citedDocuments',
      'topic',
      'gap',
      'handover',
      'erasedAt',
      'createdAt',
    ],
  },
  'gap-events': {
    by: 'reference',
    blanked: ['question', 'customer'],
    kept: ['id', 'gap', 'receipt', 'reason', 'bot'],
  },
  handovers: {
    by: 'reference',
    blanked: ['question', 'summary', 'package'],
    kept: [
      'id',
      'reason',
      'urgency',
      'queue',
      'state',
      'bot',
      'claimedBy',
      'claimedByName',
      'claimedAt',
      'endedAt',
      'receipt',
      'createdAt',
    ],
  },
  'handover-acts': { by: 'reference', blanked: ['text'], kept: ['id', 'handover', 'act', 'by', 'byName'] },
  'conversation-reports': {
    by: 'reference',
    blanked: ['conversationId', 'comment'],
    kept: ['id', 'bot', 'kind', 'resolved', 'resolvedBy', 'reopened', 'csat', 'thumbs', 'receipt'],
  },
  verdicts: {
    by: 'reference',
    blanked: ['note'],
    kept: [
      'id',
      'receipt',
      'bot',
      'verdict',
      'missing',
      'expectedCollection',
      'expectedDocument',
      'label',
      'drawn',
      'by',
      'byName',
      'createdAt',
    ],
  },
  'recalled-answers': {
    by: 'reference',
    blanked: ['conversationId', 'note'],
    kept: ['id', 'recall', 'receipt', 'bot', 'answeredAt', 'followUp', 'doneBy', 'doneAt'],
  },
  // Those of a conversation are deleted, or sent without words; others may quote it.
  'eval-cases': { by: 'scrubbed', fields: ['question', 'history', 'answerKey', 'leakStrings'] },
  'webhook-deliveries': { by: 'scrubbed', fields: ['data', 'lastError'] },
  gaps: { by: 'scrubbed', fields: ['question', 'wordings', 'proof', 'failing', 'note'] },
  notifications: { by: 'scrubbed', fields: ['title', 'body'] },
  'eval-runs': { by: 'scrubbed', fields: ['results', 'problem'] },
  'impact-reports': { by: 'scrubbed', fields: ['report', 'problem'] },
  comments: { by: 'scrubbed', fields: ['body'] },
  recalls: { by: 'scrubbed', fields: ['reason'] },
  'audit-log': { by: 'scrubbed', fields: ['title', 'detail'] },
  policies: { by: 'none', because: GOVERNED },
  faqs: { by: 'none', because: GOVERNED },
  topics: { by: 'none', because: SETTINGS },
  sources: { by: 'none', because: SETTINGS },
  webhooks: { by: 'none', because: SETTINGS },
  delegations: { by: 'none', because: SETTINGS },
  grants: { by: 'none', because: SETTINGS },
  bots: { by: 'none', because: SETTINGS },
  users: { by: 'none', because: 'people of the company; they are not its customers here' },
  calibrations: {
    by: 'none',
    because: 'numbers that were fitted, and the names of what they were fitted on',
  },
  'index-versions': { by: 'none', because: SIGNED },
  approvals: { by: 'none', because: 'what people of the company said of signed texts' },
  releases: { by: 'none', because: SIGNED },
  chunks: { by: 'none', because: SIGNED },
  'acceptance-checks': { by: 'none', because: 'questions that the company’s texts are held to' },
  'recall-notices': { by: 'none', because: 'numbers, and which bot was told' },
  'source-items': { by: 'none', because: 'what a source of the company holds' },
  'record-seals': {
    by: 'none',
    because: 'keyed hashes, and digests over records with keyed hashes in them that are erased with the text',
  },
  'payload-jobs': { by: 'none', because: 'ids of what is to be done' },
  'payload-locked-documents': { by: 'none', because: 'who has which form open' },
  'payload-preferences': { by: 'none', because: 'how someone likes their lists' },
  'payload-migrations': { by: 'none', because: 'which migrations have run' },
  'payload-kv': { by: 'none', because: 'how often keys were used' },
}
