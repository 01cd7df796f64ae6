/**
 * What is covered by what: for every collection, how a change that did not come through Vouch is noticed. A collection that
 * is not listed fails test/unit/coverage.test.ts, and is sealed whole until it is.
 */
export type Coverage = Sealed | Chained | Exempt

/** Each revision of a record leaves a keyed seal, and seals are gathered into the audit chain (recordSeal.ts). */
export interface Sealed {
  by: 'seal'
  /** What a person calls one of them. */
  noun: string
  /** Fields that say nothing that counts, with the reason for each; everything else is covered. */
  omit: Readonly<Record<string, string>>
  /** Written once and never again, with a new id each: no earlier seal needs to be looked for. */
  once?: boolean
  /** How else a record of it is held against the chain. */
  also?: string
  /** What can be proved to someone outside: all that is covered, or these fields of it. */
  outside?: 'all' | readonly string[]
}

/** Audit rows keep a hash of it. */
export interface Chained {
  by: 'chain'
  how: string
}

/** Not covered. */
export interface Exempt {
  by: 'nothing'
  because: string
}

const SIGN_IN = {
  sessions: 'who is signed in; without the secret that signs sessions a planted one opens nothing',
  loginAttempts: 'counted at each failed sign-in',
  lockUntil: 'counted at each failed sign-in',
}

const SYNC_STATE =
  'what the last sync said of itself; nothing is answered by it, and the next sync writes it anew'

const PROGRESS = 'how far the work is, written while it goes on'

export const COVERAGE: Readonly<Record<string, Coverage>> = {
  policies: {
    by: 'seal',
    noun: 'policy',
    omit: {},
    also: 'its live release is held against the releases',
  },
  'policies/versions': { by: 'seal', noun: 'version of a policy', omit: { latest: 'kept by Payload' } },
  faqs: { by: 'seal', noun: 'FAQ', omit: {}, also: 'its live release is held against the releases' },
  'faqs/versions': { by: 'seal', noun: 'version of an FAQ', omit: { latest: 'kept by Payload' } },
  'escalation-policies': {
    by: 'seal',
    noun: 'escalation policy',
    omit: {},
    also: 'its live release is held against the releases',
  },
  'escalation-policies/versions': {
    by: 'seal',
    noun: 'version of an escalation policy',
    omit: { latest: 'kept by Payload' },
  },
  topics: { by: 'seal', noun: 'topic', omit: {} },
  sources: {
    by: 'seal',
    noun: 'source',
    omit: {
      lastSyncState: SYNC_STATE,
      lastSyncedAt: SYNC_STATE,
      lastError: SYNC_STATE,
      items: SYNC_STATE,
      documents: SYNC_STATE,
      failed: SYNC_STATE,
      vanished: SYNC_STATE,
      conflicts: SYNC_STATE,
      lastReport: SYNC_STATE,
      syncQueuedAt: SYNC_STATE,
      syncingSince: SYNC_STATE,
      syncClaim: SYNC_STATE,
      syncClaimEndsAt: SYNC_STATE,
      syncProgress: SYNC_STATE,
    },
  },
  gaps: {
    by: 'seal',
    noun: 'gap',
    omit: {
      seen: 'counted at each event, and held against the events',
      people: 'counted at each event',
      lastSeenAt: 'the instant of its last event',
      reason: 'that of its last event',
    },
    also: 'how often it was seen is held against its events',
  },
  'gap-events': { by: 'seal', noun: 'gap event', omit: {}, once: true },
  handovers: { by: 'seal', noun: 'hand-over', omit: {} },
  'handover-acts': { by: 'seal', noun: 'act on a hand-over', omit: {}, once: true },
  'conversation-reports': { by: 'seal', noun: 'report on a conversation', omit: {}, once: true },
  verdicts: { by: 'seal', noun: 'verdict of a reviewer', omit: {}, once: true },
  'assist-records': { by: 'seal', noun: 'record of suggestions', omit: {}, once: true },
  webhooks: { by: 'seal', noun: 'webhook', omit: {}, also: 'checked at each message' },
  answers: { by: 'seal', noun: 'receipt', omit: {}, once: true, outside: 'all' },
  'impact-reports': {
    by: 'seal',
    noun: 'report for an approver',
    omit: {},
    also: 'a signature keeps the hash of the one that it was given on',
  },
  'acceptance-checks': {
    by: 'seal',
    noun: 'check of an acceptance question',
    omit: { checkedAt: 'when it was last asked' },
  },
  recalls: { by: 'seal', noun: 'recall', omit: {} },
  'recalled-answers': {
    by: 'seal',
    noun: 'recalled answer',
    omit: {},
    also: 'the set is made again from the receipts (vouch recall prove)',
  },
  'recall-notices': { by: 'seal', noun: 'notice of a recall', omit: {} },
  'eval-runs': { by: 'seal', noun: 'eval run', omit: { done: PROGRESS } },
  'eval-cases': { by: 'seal', noun: 'eval case', omit: {} },
  calibrations: { by: 'seal', noun: 'calibration', omit: {}, also: 'checked at each answer' },
  delegations: { by: 'seal', noun: 'stand-in', omit: {}, also: 'checked at each step that it is used for' },
  grants: { by: 'seal', noun: 'right', omit: {} },
  comments: { by: 'seal', noun: 'comment', omit: {} },
  bots: { by: 'seal', noun: 'bot', omit: {}, also: 'checked at each request' },
  users: {
    by: 'seal',
    noun: 'person',
    omit: SIGN_IN,
    also: 'checked at each step of a text',
    outside: ['id', 'name', 'roles'],
  },
  'second-factors': {
    by: 'seal',
    noun: 'second factor',
    omit: {},
    also: 'checked at each sign-in, and the account says whether there is one',
  },
  'index-versions': {
    by: 'seal',
    noun: 'index version',
    omit: { done: PROGRESS, total: PROGRESS, rate: PROGRESS, heartbeat: PROGRESS, reconciledAt: PROGRESS },
  },
  approvals: {
    by: 'seal',
    noun: 'approval',
    omit: {},
    outside: 'all',
    also: 'the audit row of the signature keeps its hash',
  },
  releases: {
    by: 'seal',
    noun: 'release',
    omit: {},
    outside: 'all',
    also: 'the audit row of its publication keeps its hash, and its approvals that of its content',
  },
  chunks: { by: 'chain', how: 'the audit row that published its release keeps a hash over all its chunks' },
  'audit-log': { by: 'chain', how: 'each row is keyed and hashed over the row before it' },
  'record-seals': {
    by: 'chain',
    how: 'each is keyed, and the audit row of its batch keeps the number of them and a hash over all',
  },
  notifications: {
    by: 'nothing',
    because:
      'what people were told; nothing is decided or answered by it, and what they did about it is covered',
  },
  'webhook-deliveries': {
    by: 'nothing',
    because:
      'messages to be sent, read from records that are covered and signed when they are sent; a planted one goes to an endpoint that is checked',
  },
  'source-items': {
    by: 'nothing',
    because:
      'what a sync saw, so that it need not read it again; what it brings is a draft that someone must sign',
  },
  'payload-jobs': {
    by: 'nothing',
    because:
      'work to be done: handlers read what they do from records that are covered, and come to the same end however often they run',
  },
  'payload-locked-documents': { by: 'nothing', because: 'who has which form open' },
  'payload-preferences': { by: 'nothing', because: 'how someone likes their lists' },
  'payload-migrations': { by: 'nothing', because: 'which migrations have run' },
  'payload-kv': { by: 'nothing', because: 'a cache, and how often keys were used' },
}

/** The seals of a collection; null where its records have none. A collection that nobody listed is sealed whole. */
export function sealingOf(collection: string): Sealed | null {
  const coverage = Object.hasOwn(COVERAGE, collection) ? COVERAGE[collection] : UNLISTED
  return coverage?.by === 'seal' ? coverage : null
}

const UNLISTED: Sealed = { by: 'seal', noun: 'record', omit: {} }
