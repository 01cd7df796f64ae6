import { RISK_TIERS, type RiskTier, type Role } from '../vocabulary'
import type { Actor, Authority, Governed } from './types'

export const hasRole = (actor: Pick<Authority, 'roles'>, ...roles: Role[]): boolean =>
  roles.some((role) => actor.roles.includes(role))

export const canWrite = (actor: Actor): boolean => hasRole(actor, 'author', 'approver', 'admin')
export const canReview = (actor: Pick<Authority, 'roles'>): boolean =>
  hasRole(actor, 'approver', 'compliance')
export const canWithdraw = (actor: Actor): boolean => hasRole(actor, 'approver', 'compliance', 'admin')
export const canWorkGaps = (actor: Actor): boolean => hasRole(actor, 'qa', 'author', 'approver', 'admin')
/** Claims hand-overs, answers the customers of them, and ends them. */
export const canWorkHandovers = (actor: Pick<Authority, 'roles'>): boolean =>
  hasRole(actor, 'agent', 'qa', 'approver', 'admin')
/** Receipts, gaps, measures and the like: an agent reads hand-overs and texts, and nothing else. */
export const canReadRecords = (actor: Pick<Authority, 'roles'>): boolean =>
  hasRole(actor, 'author', 'approver', 'compliance', 'qa', 'admin')
/** Where other systems are told what happens, and telling them again. */
export const canManageWebhooks = (actor: Pick<Authority, 'roles'>): boolean => hasRole(actor, 'admin')
export const canReadAudit = (actor: Actor): boolean => hasRole(actor, 'admin', 'compliance', 'approver')
/** Takes what was found broken as it is now; told of what Vouch finds broken are they and compliance. */
export const canAcceptBreaks = (actor: Pick<Authority, 'roles'>): boolean => hasRole(actor, 'admin')
export const isToldOfBreaks = (actor: Pick<Authority, 'roles'>): boolean =>
  hasRole(actor, 'admin', 'compliance')
export const isAuthorOf = (actor: Pick<Authority, 'id'>, document: Governed): boolean =>
  document.authors.includes(actor.id)

/** Lowering a text’s tier needs the signatures of the higher one, or lowering it would be the way round them. */
export const stricterTier = (a: RiskTier, b: RiskTier): RiskTier =>
  RISK_TIERS.indexOf(a) >= RISK_TIERS.indexOf(b) ? a : b
