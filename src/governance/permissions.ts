import type { Role } from '../vocabulary'
import type { Authority, Governed } from './types'

/**
 * Who may do what: the collections’ access, the commands, the routes and the admin ask `may`. Beside this, roles are named
 * only where they are given (startingRoles.ts), where two must agree to one (rights.ts) and where people read of them. Who
 * signs which text depends on the text too (signatures.ts). docs/permissions.md is made of this.
 */
export const WHO_MAY = {
  writeTexts: ['author', 'approver', 'admin'],
  publishTexts: ['author', 'approver', 'compliance', 'admin'],
  reviewTexts: ['approver', 'compliance'],
  signForCompliance: ['compliance'],
  withdrawTexts: ['approver', 'compliance', 'admin'],
  nameStandIns: ['approver', 'compliance', 'admin'],
  endStandIns: ['admin'],
  decideCalibrations: ['approver', 'compliance'],
  /** Receipts, gaps, measures and the like: an agent reads hand-overs and texts, and nothing else. */
  readRecords: ['author', 'approver', 'compliance', 'qa', 'admin'],
  readHandovers: ['author', 'approver', 'compliance', 'qa', 'agent', 'admin'],
  workHandovers: ['approver', 'qa', 'agent', 'admin'],
  manageWebhooks: ['admin'],
  workGaps: ['author', 'approver', 'qa', 'admin'],
  /** Whoever works with customers knows what they ask for. */
  reportGaps: ['author', 'approver', 'qa', 'agent', 'admin'],
  judgeAnswers: ['compliance', 'qa', 'admin'],
  keepEvalCases: ['qa', 'admin'],
  changeOriginOfEvalCases: ['admin'],
  runEvalCases: ['qa', 'admin'],
  syncSources: ['author', 'admin'],
  manageSources: ['admin'],
  describeTopics: ['approver', 'admin'],
  decideTopics: ['admin'],
  leadLostTopics: ['admin'],
  manageBots: ['admin'],
  maintainIndex: ['admin'],
  managePeople: ['admin'],
  confirmRights: ['compliance', 'admin'],
  readRights: ['approver', 'compliance', 'admin'],
  readAudit: ['approver', 'compliance', 'admin'],
  eraseCustomers: ['compliance', 'admin'],
  hearOfBreaks: ['compliance', 'admin'],
  acceptBreaks: ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof WHO_MAY

/** Whoever has roles: a person, or the right that a signature was given with. */
export type HasRoles = Pick<Authority, 'roles'>

/** Whether these roles allow it. */
export function may(actor: HasRoles, action: Action): boolean {
  return rolesThatMay(action).some((role) => actor.roles.includes(role))
}

/** To look for the people who may, in a query. */
export function rolesThatMay(action: Action): Role[] {
  return [...WHO_MAY[action]]
}

export function isAuthorOf(actor: Pick<Authority, 'id'>, document: Governed): boolean {
  return document.authors.includes(actor.id)
}
