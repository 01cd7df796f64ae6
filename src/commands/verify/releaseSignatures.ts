import { approvalOf } from '../../records/approval'
import { idOf } from '../../records/content'
import type { Approval as ApprovalRow } from '../../../payload-types'
import { signedVersions } from '../../records/signedVersions'
import { keptCare } from '../../governance/care'
import { heldBy, stricterTier, type Held } from '../../governance/heldTier'
import { missingSignatures } from '../../governance/signatures'
import type { Governed } from '../../governance/types'
import { nameOf } from './break'
import type { AuditClaims } from './claims'
import type { ReleaseRow } from './releaseHistory'

/**
 * Why the approvals that a release names do not sign it, by the rules that held when it was published: its own tier or,
 * where that is stricter, the tier of what was in force then. Null when they do.
 */
export const wrongSignatures = (
  release: ReleaseRow,
  {
    siblings,
    approvals,
    claims,
  }: {
    siblings: readonly ReleaseRow[]
    approvals: ReadonlyMap<string, ApprovalRow>
    claims: AuditClaims
  },
): string | null => {
  const given = release.approvals.flatMap((approval) => approvals.get(idOf(approval) ?? '') ?? [])
  const valid = given.filter(
    ({ decision, documentCollection, documentId }) =>
      decision === 'approved' &&
      documentCollection === release.documentCollection &&
      documentId === release.documentId,
  )
  const before = siblings.filter(({ sequence }) => sequence < release.sequence)
  const signatures = before.flatMap((each) =>
    each.approvals.flatMap((id) => approvals.get(idOf(id) ?? '') ?? []),
  )
  const held = heldBy(signedVersions(before, signatures))
  const missing = missingSignatures(
    asGoverned(release, { siblings, claims, held }),
    valid.map((row) => approvalOf(row)),
  )
  return missing && `${nameOf(release)} is not validly signed. ${missing}`
}

/** The document as it stood when this release was published, as far as the rules for signatures look at it. */
const asGoverned = (
  release: ReleaseRow,
  {
    siblings,
    claims: { published, deletedTopics },
    held,
  }: { siblings: readonly ReleaseRow[]; claims: AuditClaims; held: Held },
): Governed => {
  const claim = published.get(release.id)
  const standing = claim ? siblings.filter((other) => stoodAt(other, release, Date.parse(claim.at))) : []
  const topics = [
    idOf(release.topic),
    held.topic,
    ...standing.filter(({ riskTier }) => riskTier !== 'standard').map(({ topic }) => idOf(topic)),
  ].filter((topic) => topic !== null && (deletedTopics.get(topic) ?? Infinity) > (claim?.seq ?? 0))
  return {
    collection: release.documentCollection,
    id: release.documentId,
    title: release.title,
    version: release.version,
    contentHash: release.contentHash,
    state: 'approved',
    riskTier: standing.reduce(
      (tier, other) => stricterTier(tier, other.riskTier),
      stricterTier(held.riskTier, release.riskTier),
    ),
    groups: [...new Set(topics)].map((topic) => ({
      topic: topic ?? '',
      name: topic ?? '',
      approvers: ['its approvers'],
    })),
    authors: (release.authors ?? []).flatMap((author) => idOf(author) ?? []),
    owner: null,
    care: keptCare({ owner: idOf(release.owner), reviewEveryDays: release.reviewEveryDays }),
    live: true,
    inForce: true,
    scheduled: false,
    openComments: 0,
  }
}

const stoodAt = (other: ReleaseRow, release: ReleaseRow, at: number): boolean =>
  other.sequence < release.sequence &&
  (!other.withdrawnAt || Date.parse(other.withdrawnAt) > at) &&
  (!other.validTo || (Date.parse(other.validTo) > at && other.validTo !== other.validFrom))
