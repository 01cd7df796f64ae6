/** The words of the product (see the README's glossary). One word, one meaning; every room uses these. */

/** What bots answer from. */
export const TEXT_COLLECTIONS = ['policies', 'faqs'] as const
export type TextCollection = (typeof TEXT_COLLECTIONS)[number]

/** Everything that is signed: also what decides when a person takes over, which is never quoted. */
export const GOVERNED_COLLECTIONS = [...TEXT_COLLECTIONS, 'escalation-policies'] as const
export type GovernedCollection = (typeof GOVERNED_COLLECTIONS)[number]

/** Whether bots answer from what is in it; else it is in no index. */
export const isQuotable = (collection: GovernedCollection): collection is TextCollection =>
  collection !== 'escalation-policies'

export const POLICY_KINDS = ['policy', 'procedure', 'product', 'guide'] as const
export type PolicyKind = (typeof POLICY_KINDS)[number]

/** What an FAQ is signed as that says what there is no advice on, and where to go. */
export const NON_ANSWER = 'non_answer'

/** Who may be told. A document has one; a bot has the list that it may pass on. */
export const AUDIENCES = ['public', 'customer', 'partner', 'agent', 'internal'] as const
export type Audience = (typeof AUDIENCES)[number]

/** Sets how many approvers a document needs and how sure an answer from it must be. */
export const RISK_TIERS = ['standard', 'sensitive', 'regulated'] as const
export type RiskTier = (typeof RISK_TIERS)[number]

export const WORKFLOW_STATES = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'scheduled',
  'published',
  'superseded',
  'withdrawn',
  'archived',
] as const
export type WorkflowState = (typeof WORKFLOW_STATES)[number]

export const ROLES = ['author', 'approver', 'compliance', 'qa', 'agent', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Of a right that one person gave to another. */
export const GRANT_STATES = ['pending', 'confirmed', 'refused'] as const

export const OUTCOMES = ['answered', 'clarify', 'escalated', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Why a question was passed to a person. */
export const ESCALATION_REASONS = [
  'asks_for_person',
  'complaint',
  'cancellation',
  'frustration',
  'repeated',
  'sensitive_topic',
  'account_specific',
  'conflict',
] as const
export type EscalationReason = (typeof ESCALATION_REASONS)[number]

/** What a person is needed for, most urgent first: subjects, and reasons that stand alone. */
export const HANDOVER_CAUSES = [
  'self_harm',
  'threat',
  'domestic_abuse',
  'medical',
  'safety',
  'fraud',
  'bereavement',
  'vulnerability',
  'hardship',
  'legal',
  'payment_dispute',
  'sensitive_topic',
  'asks_for_person',
  'complaint',
  'cancellation',
  'frustration',
  'repeated',
  'account_specific',
  'conflict',
] as const
export type HandoverCause = (typeof HANDOVER_CAUSES)[number]

/** What an escalation policy is about: one label has one. */
export const ESCALATION_LABELS = HANDOVER_CAUSES

/** What becomes of a turn: the bot answers it, a colleague answers with the bot’s help, or a person takes over. */
export const ESCALATION_ROLES = ['resolve', 'assist', 'escalate'] as const
export type EscalationRole = (typeof ESCALATION_ROLES)[number]

/** Whom somebody in danger calls; a country need not have all of them. */
export const HELP_LINES = ['emergency', 'crisisLine', 'poisonCentre', 'abuseLine'] as const
export type HelpLine = (typeof HELP_LINES)[number]

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const URGENCIES = ['normal', 'high'] as const
export type Urgency = (typeof URGENCIES)[number]

/** What a reviewer says of what a bot did with a turn; pressed by its number. */
export const VERDICTS = ['right', 'wrong', 'incomplete', 'unsafe', 'should_have_escalated'] as const
export type Verdict = (typeof VERDICTS)[number]

export const VERDICT_WORDS: Record<Verdict, string> = {
  right: 'Right',
  wrong: 'Wrong',
  incomplete: 'Incomplete',
  unsafe: 'Unsafe',
  should_have_escalated: 'Needed a person',
}

/** Of a hand-over: it waits, a colleague has it, it is done, or the bot goes on. */
export const HANDOVER_STATES = ['open', 'claimed', 'resolved', 'returned'] as const
export type HandoverState = (typeof HANDOVER_STATES)[number]

/** What colleagues do with a hand-over. */
export const HANDOVER_ACTS = ['claimed', 'noted', 'replied', 'resolved', 'returned'] as const
export type HandoverAct = (typeof HANDOVER_ACTS)[number]

/** Of suggestions to a colleague: made, then sent as they were, sent in other words, or not sent. */
export const ASSIST_ACTS = ['suggested', 'used', 'edited', 'rejected'] as const
export const ASSIST_LABELS = ['used', 'edited', 'rejected'] as const
export type AssistLabel = (typeof ASSIST_LABELS)[number]

/** What other systems are told of, by webhook. */
export const WEBHOOK_EVENTS = [
  'handover.created',
  'handover.replied',
  'handover.resolved',
  'handover.returned',
  'gap.verified',
  'gap.reopened',
  'release.withdrawn',
  'release.recalled',
] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** How messages are written for the system that gets them. */
export const SHAPE_WORDS = {
  vouch: 'Vouch’s own',
  desk: 'A desk: one flat ticket',
  zendesk: 'Zendesk: a ticket',
  intercom: 'Intercom: a ticket',
  slack: 'Slack: a message',
} as const
export type WebhookShape = keyof typeof SHAPE_WORDS
export const WEBHOOK_SHAPES = Object.keys(SHAPE_WORDS) as [WebhookShape, ...WebhookShape[]]

/** Of one message to one endpoint. Dead: it was tried often enough, and waits for a person. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'dead'] as const

/** Who resolved what a customer came for. */
export const RESOLVERS = ['bot', 'person'] as const
export type Resolver = (typeof RESOLVERS)[number]

/** Why a question was refused, as the receipt keeps it. Callers see fewer (answer/public.ts). */
export const REFUSAL_REASONS = [
  'no_coverage',
  'insufficient',
  'expired',
  'not_visible',
  'unsupported',
  /** A text says that there is no advice on this, and where to go. */
  'not_advised',
  /** A text would have answered that was changed behind Vouch’s back, and waits for an admin. */
  'put_aside',
  'out_of_scope',
  'injection',
  'unavailable',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]
export type Reason = EscalationReason | RefusalReason

/** How the words of an answer are made: the texts' own, or a language model's, checked against them. */
export const ANSWER_MODES = ['quoted', 'generated'] as const
export type AnswerMode = (typeof ANSWER_MODES)[number]

/** What a bot offers a customer whom it cannot answer. */
export const OFFERED_NEXT = ['person', 'link', 'form', 'phone'] as const
export type OfferedNext = (typeof OFFERED_NEXT)[number]

/** What was not available while answering; empty when everything was. */
export const DEGRADATIONS = ['dense', 'words', 'llm', 'rerank', 'reader'] as const
export type Degradation = (typeof DEGRADATIONS)[number]

/** Why a bot whose answers are generated gave the texts' own words. */
export const QUOTED_BECAUSE = [
  'faq_says_it',
  'no_passages',
  'not_configured',
  'failed',
  'unsupported',
  'reworded',
  'not_entailed',
] as const
export type QuotedBecause = (typeof QUOTED_BECAUSE)[number]

/** How hard a reasoning model may be told to think. */
export const REASONING_EFFORTS = ['none', 'minimal', 'low', 'medium', 'high'] as const
export type ReasoningEffort = (typeof REASONING_EFFORTS)[number]

/** Where knowledge lives: each kind has its connector (ingestion/connectors/). */
export const SOURCE_KINDS = [
  'file',
  'folder',
  'web',
  'sitemap',
  'git',
  's3',
  'confluence',
  'notion',
  'zendesk',
  'intercom',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export const SYNC_EVERY = ['never', 'hourly', 'daily', 'weekly'] as const
export type SyncEvery = (typeof SYNC_EVERY)[number]

/** What came of a sync. Partial: it was done, and something in it could not be listed, read or saved. */
export const SYNC_STATES = ['ok', 'partial', 'failed'] as const
export type SyncState = (typeof SYNC_STATES)[number]

/** What an eval case is there to show (evals/datasets/demo/README.md says what should happen with each). */
export const EVAL_KINDS = [
  'answerable',
  'comparative',
  'multi_turn',
  'superseded',
  'not_handoff',
  'unanswerable',
  'not_in_force',
  'conflict',
  'internal_only',
  'handoff',
  'chitchat_oos',
  'injection',
] as const
export type EvalKind = (typeof EVAL_KINDS)[number]

/** What people call the kinds of eval cases. */
export const EVAL_KIND_LABELS: Record<EvalKind, string> = {
  answerable: 'Answerable',
  comparative: 'Compares two things',
  multi_turn: 'Follow-up',
  superseded: 'Newer version counts',
  not_handoff: 'Only looks like a hand-over',
  unanswerable: 'Near, but not in the texts',
  not_in_force: 'Text out of force',
  conflict: 'Texts contradict',
  internal_only: 'Internal only',
  handoff: 'Hand-over',
  chitchat_oos: 'Small talk or out of scope',
  injection: 'Tries to change the rules',
}

/** Where an eval case comes from. */
export const EVAL_ORIGINS = ['try_it', 'gap', 'reviewer', 'acceptance'] as const

/** A calibration counts for answers once a person has put it in force; the one before is then retired. */
export const CALIBRATION_STATES = ['proposed', 'in_force', 'retired'] as const

export const EVAL_RUN_STATES = ['queued', 'running', 'done', 'failed'] as const

export const GAP_STATES = [
  'new',
  'triaged',
  'assigned',
  'drafting',
  'in_review',
  'published_unverified',
  'verified',
  'wont_answer',
  'reopened',
] as const
export type GapState = (typeof GAP_STATES)[number]
/** What an acceptance question of a text expects: that it is answered from the text, or that nothing is said to it. */
export const ACCEPTANCE_EXPECTS = ['answer', 'refuse'] as const
export type AcceptanceExpects = (typeof ACCEPTANCE_EXPECTS)[number]

/** Of a report for the approver: it is being made, there, or could not be made. */
export const REPORT_STATES = ['queued', 'done', 'failed'] as const

/** Why what a release said is called back from those who were told it. */
export const RECALL_CAUSES = ['withdrawn', 'corrected'] as const
export type RecallCause = (typeof RECALL_CAUSES)[number]

/** Of a recall: its answers are being listed, somebody must act still, everything is done. */
export const RECALL_STATES = ['listing', 'open', 'done'] as const

/** Of a conversation in which a recalled text was told. */
export const FOLLOW_UP_STATES = ['open', 'done'] as const

/** States of a gap that somebody may still close. */
export const OPEN_GAP_STATES = [
  'new',
  'triaged',
  'assigned',
  'drafting',
  'in_review',
  'published_unverified',
  'reopened',
] as const satisfies readonly GapState[]

/** `1 day`, `3 days`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

/** What a bot may do, in words for people. */
export const SCOPE_WORDS = {
  answer: 'Ask questions, and search and read approved texts',
  'answer:history': 'Ask about instants that are past',
  explain: 'See the scores behind an answer',
  'read:receipts': 'Read and replay the receipts of its answers',
  'read:reasons': 'Read the precise reasons, which tell what may not be told from what does not exist',
  'read:gaps': 'Read what it could not answer',
  'write:outcomes': 'Say how conversations ended',
  'read:handovers': 'Read its hand-overs, with what customers wrote',
  'write:handovers': 'Work its hand-overs',
  'acknowledge:recalls': 'Read and acknowledge recalls of what it told',
} as const
export type BotScope = keyof typeof SCOPE_WORDS
export const BOT_SCOPES = Object.keys(SCOPE_WORDS) as [BotScope, ...BotScope[]]
