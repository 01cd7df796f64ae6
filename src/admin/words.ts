import type { Outcome, Reason, Role, SourceKind, SyncState, WorkflowState } from '../vocabulary'

export { counted } from '../vocabulary'

export const STATE_WORDS: Record<WorkflowState, string> = {
  draft: 'Draft',
  in_review: 'In review',
  changes_requested: 'Changes requested',
  approved: 'Approved',
  scheduled: 'Scheduled',
  published: 'Published',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
  archived: 'Archived',
}

export const OUTCOME_WORDS: Record<Outcome, string> = {
  answered: 'Answered',
  clarify: 'Asked back',
  escalated: 'Passed to a person',
  refused: 'Refused',
}

/** Why a question was not answered, for people who do not know our field names. */
export const REASON_WORDS: Record<Reason, string> = {
  no_coverage: 'no text about it was found',
  insufficient: 'no sure answer was found',
  not_advised: 'a text says that there is no advice on it',
  expired: 'text expired',
  not_visible: 'not for this audience',
  unsupported: 'not supported by the text',
  conflict: 'texts contradict',
  put_aside: 'text put aside',
  out_of_scope: 'out of scope',
  injection: 'tried to change the rules',
  unavailable: 'something was down',
  asks_for_person: 'asked for a person',
  complaint: 'complaint',
  cancellation: 'wants to cancel',
  frustration: 'frustrated',
  repeated: 'asked again',
  sensitive_topic: 'sensitive topic',
  account_specific: 'about their own account',
}

export const SOURCE_KIND_WORDS: Record<SourceKind, string> = {
  file: 'File',
  folder: 'Folder',
  web: 'Web page',
  sitemap: 'Sitemap',
  git: 'Git repository',
  s3: 'S3 bucket',
  confluence: 'Confluence',
  notion: 'Notion',
  zendesk: 'Zendesk',
  intercom: 'Intercom',
}

export const SYNC_STATE_WORDS: Record<SyncState, string> = {
  ok: 'In step',
  partial: 'In part',
  failed: 'Failed',
}

/**
 * What a writer does about a gap, by its reason. Nobody knows yet whether the fact is missing or only was not found, in other
 * words than the customer’s: each says what holds either way.
 */
export const FIX_WORDS: Partial<Record<Reason, string>> = {
  no_coverage: 'Write it, or say it in the customer’s words where it stands',
  insufficient: 'Add the fact to the nearest text, or say it in the customer’s words if it is there',
  expired: 'Renew the text',
  not_visible: 'Review who may be told',
  unsupported: 'Make the text say it plainly',
  conflict: 'Resolve the contradiction',
}

export const ROLE_WORDS: Record<Role, string> = {
  author: 'author',
  approver: 'approver',
  compliance: 'compliance',
  qa: 'QA reviewer',
  agent: 'agent',
  admin: 'admin',
}

/** Why a gap was opened by an answer that was given. */
const SAID_LATER_WORDS: Record<string, string> = {
  thumbs_down: 'the answer did not help',
  reviewers_verdict: 'a reviewer’s verdict',
}

export const reasonWords = (reason: string): string =>
  REASON_WORDS[reason as Reason] ?? SAID_LATER_WORDS[reason] ?? reason.replaceAll('_', ' ')

export const rolesWords = (roles: readonly string[]): string =>
  roles.map((role) => ROLE_WORDS[role as Role] ?? role).join(', ')

/** First letter in upper case. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const DAY_RANGE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `1 – 28 Nov 2026`: from a first instant and before a last one. */
export const dayRange = (from: string, to: string): string =>
  DAY_RANGE.formatRange(Date.parse(from), Date.parse(to) - 1)
