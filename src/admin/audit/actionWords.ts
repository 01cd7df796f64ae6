/** What was done, in words; `{it}` is what it was done to. The same in a document's history and in the audit room. */
const WORDS: Record<string, string> = {
  'document.submit': 'sent {it} for review',
  'document.recall': 'took {it} back from review',
  'document.request_changes': 'asked for changes to {it}',
  'document.approve': 'signed {it}',
  'document.publish': 'published {it}',
  'document.unschedule': 'cancelled the scheduled release of {it}',
  'document.withdraw': 'withdrew {it}',
  'document.verify': 'confirmed that {it} still holds',
  'document.archive': 'archived {it}',
  'document.restore': 'started again from {it}',
  'document.commented': 'commented on {it}',
  'document.comment_resolved': 'resolved a comment on {it}',
  'document.imported': 'imported {it}',
  'document.source_moved': 'found {it} in another place of its source',
  'document.source_vanished': 'found {it} gone where it came from',
  'document.source_returned': 'found {it} back where it came from',
  'document.source_conflict': 'found {it} edited here and changed where it came from',
  'document.owner_changed': 'gave {it} another owner',
  'document.translation_due': 'asked for a look at {it}, whose original has changed',
  'document.review_moved': 'moved the review of {it}',
  'document.take_effect': 'saw {it} take effect',
  'document.expire': 'saw {it} expire',
  'document.lapse': 'saw {it} expire before it began',
  'release.activated': 'put {it} in force',
  'release.scheduled': 'made {it} ready to take effect on its date',
  'release.recalled': 'recalled what {it} had said',
  'recall.acknowledged': 'acknowledged the recall {it}',
  'recall.followed_up': 'followed up on {it}',
  'right.asked': 'asked a second person to confirm: {it}',
  'right.confirmed': 'confirmed: {it}',
  'right.refused': 'refused: {it}',
  'user.added': 'added {it} from the command line',
  'user.created': 'added the person {it}',
  'user.changed': 'changed the person {it}',
  'user.signed_in': 'signed in',
  'user.signed_out': 'signed out',
  'user.sign_in_failed': 'failed to sign in as {it}',
  'user.password_changed': 'changed the password of {it}',
  'user.password_link_sent': 'asked for a link to set the password of {it}',
  'user.password_reset': 'set a new password through a link',
  'delegation.created': 'named a stand-in: {it}',
  'delegation.changed': 'changed the stand-in {it}',
  'bot.created': 'added the bot {it}',
  'bot.changed': 'changed the bot {it}',
  'bot.deleted': 'deleted the bot {it}',
  'bot.key_created': 'made a key for {it}',
  'bot.key_revoked': 'revoked a key of {it}',
  'bot.key_rotated': 'replaced a key of {it}',
  'bot.key_limited': 'changed what a key of {it} may be used for',
  'topic.created': 'added the topic {it}',
  'topic.changed': 'changed the topic {it}',
  'topic.deleted': 'deleted the topic {it}',
  'source.created': 'added the source {it}',
  'source.changed': 'changed the source {it}',
  'source.deleted': 'deleted the source {it}',
  'gap.reported': 'reported the gap {it}',
  'customer.erased': 'erased {it}',
  'retention.erased': 'erased what is past its time: {it}',
  'audit.redacted': 'cut erased words out of {it}',
  'gap.assigned': 'gave the gap {it} an owner',
  'gap.amend_started': 'opened a text to mend for the gap {it}',
  'gap.draft_started': 'started a draft for the gap {it}',
  'gap.dismissed': 'dismissed the gap {it}',
  'gap.reopened': 'reopened the gap {it}',
  'gap.changed': 'changed the gap {it}',
  'gap.closed': 'closed the gap {it}: it is answered now',
  'handover.claimed': 'took {it}',
  'handover.noted': 'left a note on {it}',
  'handover.replied': 'answered the customer of {it}',
  'handover.resolved': 'resolved {it}',
  'handover.returned': 'gave {it} back to the bot',
  'webhook.created': 'added the webhook {it}',
  'webhook.changed': 'changed the webhook {it}',
  'webhook.secret_made': 'made a secret for the webhook {it}',
  'webhook.replayed': 'sent {it} again',
  'eval_case.created': 'kept the eval case {it}',
  'eval_case.changed': 'changed the eval case {it}',
  'eval_case.deleted': 'deleted the eval case {it}',
  'calibration.proposed': 'fitted the calibration {it}',
  'calibration.approved': 'put the calibration {it} in force',
  'calibration.retired': 'took the calibration {it} out of force',
  'index.build_started': 'began to build an index version with {it}',
  'index.build_resumed': 'went on building the index version with {it}',
  'index.given_up': 'gave up an unfinished index version with {it}',
  'index.built': 'built and checked an index version with {it}',
  'index.activated': 'activated the index version with {it}',
  'index.rolled_back': 'went back to the index version with {it}',
  'index.removed': 'removed an index version with {it}',
  'index.reconciled': 'mended the index version with {it}',
  'job.retried': 'had a failed job tried again: {it}',
  'audit.exported': 'exported the audit log',
  'chain.keyed': 'gave the audit log {it}',
  'chain.key_rotated': 'went on with {it} in the audit log',
  'records.sealed': 'sealed {it}',
  'verify.ran': 'verified the installation: {it}',
  'verify.accepted': 'accepted what was broken: {it}',
}

/** What was published to take effect later was not published yet. */
const LATER: Record<string, string> = { 'document.publish': 'scheduled {it}' }

/**
 * The words around what an action was done to; an action without words of its own is told by its name.
 * @param detail of the audit row.
 */
export const actionWords = (
  action: string,
  detail?: unknown,
): { before: string; it: boolean; after: string } => {
  const { effectiveFrom } = (detail ?? {}) as { effectiveFrom?: string }
  const words =
    (effectiveFrom ? LATER[action] : undefined) ??
    WORDS[action] ??
    `${action.replace(/^\w+\./, '').replaceAll('_', ' ')}: {it}`
  const [before = '', after] = words.split('{it}')
  return { before, it: after !== undefined, after: after ?? '' }
}

/** Kinds of action to look for, by how their names begin. */
export const ACTION_KINDS = {
  texts: { label: 'Texts', begins: ['document.', 'release.'] },
  people: { label: 'People and sign-ins', begins: ['user.', 'delegation.', 'right.'] },
  bots: { label: 'Bots and keys', begins: ['bot.'] },
  settings: { label: 'Topics and sources', begins: ['topic.', 'source.'] },
  gaps: { label: 'Gaps, eval cases, calibrations', begins: ['gap.', 'eval_case.', 'calibration.'] },
  handovers: { label: 'Hand-overs and webhooks', begins: ['handover.', 'webhook.'] },
  index: { label: 'Index and jobs', begins: ['index.', 'job.'] },
  exports: { label: 'Exports', begins: ['audit.'] },
  integrity: { label: 'Keys, seals and verifications', begins: ['chain.', 'records.', 'verify.'] },
} as const
export type ActionKind = keyof typeof ACTION_KINDS
