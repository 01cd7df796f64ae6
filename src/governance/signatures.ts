import type { RiskTier } from '../vocabulary'
import { sameCare } from './care'
import { sameHand } from './hands'
import { onlyWho } from './permissionWords'
import { isAuthorOf, may } from './permissions'
import type { Actor, Approval, ApproverGroup, Authority, Governed } from './types'

const SIGNATURES_NEEDED: Record<RiskTier, number> = { standard: 1, sensitive: 1, regulated: 2 }

/** How many signatures this text needs: a sensitive one that changes its topic needs one of each topic’s approvers. */
export const signaturesNeeded = ({ riskTier, groups }: Pick<Governed, 'riskTier' | 'groups'>): number =>
  riskTier === 'sensitive' ? Math.max(1, groups.length) : SIGNATURES_NEEDED[riskTier]

/**
 * Approvals that sign exactly this text: any change after them voids them. An author’s own signature never counts, nor
 * one given in an author’s place.
 */
export const standingApprovals = (document: Governed, approvals: readonly Approval[]): Approval[] =>
  approvals.filter(
    (approval) =>
      approval.version === document.version &&
      approval.contentHash === document.contentHash &&
      (!document.care || sameCare(document.care, approval.care ?? null)) &&
      !document.authors.includes(approval.approver) &&
      !document.authors.includes(approval.authority),
  )

/** What is still missing before the text is signed, as a sentence; null when nothing is. */
export const missingSignatures = (document: Governed, approvals: readonly Approval[]): string | null => {
  const standing = standingApprovals(document, approvals)
  switch (document.riskTier) {
    case 'standard':
      return standing.length ? null : 'It needs the signature of an approver who did not write it.'
    case 'sensitive': {
      if (!document.groups.length) return NO_TOPIC
      const unsigned = unsignedGroups(document, standing)[0]
      return unsigned ? `It is sensitive and needs the signature of ${groupWords(unsigned)}.` : null
    }
    case 'regulated': {
      const people = new Set(standing.map((approval) => approval.approver)).size
      const authorities = new Set(standing.map((approval) => approval.authority)).size
      const signed = Math.min(people, authorities)
      if (signed < SIGNATURES_NEEDED.regulated)
        return `It is regulated and needs two signatures of people who did not write it; it has ${signed}.`
      return standing.some((approval) => may(approval, 'signForCompliance'))
        ? null
        : 'It is regulated and one of its signatures must be from compliance.'
    }
  }
}

/** With whose right this person would sign this document: their own when it suffices; else why they may not, in words. */
export const authorityToSign = (
  actor: Actor,
  document: Governed,
  approvals: readonly Approval[],
): { authority: Authority } | { refused: string } => {
  if (isAuthorOf(actor, document))
    return { refused: 'You wrote this version; another approver must sign it.' }
  const standing = standingApprovals(document, approvals)
  if (standing.some((approval) => approval.approver === actor.id))
    return { refused: 'You have signed this version already; it needs another person.' }
  const others = (actor.standsInFor ?? []).filter(
    (other) => !isAuthorOf(other, document) && !standing.some(({ authority }) => authority === other.id),
  )
  const reviewers = [actor, ...others].filter((authority) => may(authority, 'reviewTexts'))
  const own = reviewers[0]
  if (!own) return { refused: onlyWho('reviewTexts', 'sign texts') }
  const able = reviewers.filter((authority) => !sameHand(actor, authority, { document, standing }))
  const first = able[0]
  if (!first) return { refused: sameHand(actor, own, { document, standing }) ?? '' }
  if (document.riskTier === 'sensitive') {
    if (!document.groups.length) return { refused: NO_TOPIC }
    const unsigned = unsignedGroups(document, standing)
    const member = able.find(({ id }) => unsigned.some((group) => group.approvers.includes(id)))
    if (member) return { authority: member }
    return {
      refused: `This text is sensitive: ${groupWords(unsigned[0] ?? document.groups[0])} must sign it.`,
    }
  }
  if (document.riskTier === 'regulated' && !standing.some((approval) => may(approval, 'signForCompliance')))
    return { authority: able.find((authority) => may(authority, 'signForCompliance')) ?? first }
  return { authority: first }
}

const NO_TOPIC =
  'It is sensitive and has no topic, so nobody may sign it. Give it a topic with approvers first.'

const unsignedGroups = (document: Governed, standing: readonly Approval[]): ApproverGroup[] =>
  document.groups.filter((group) => !standing.some((approval) => approval.groups.includes(group.topic)))

const groupWords = (group: ApproverGroup | undefined): string =>
  group?.approvers.length
    ? `an approver of the topic “${group.name}”`
    : `an approver of the topic “${group?.name}”, which has none yet (an admin names them on the topic)`
