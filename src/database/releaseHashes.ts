import { idOf } from '../records/content'
import type { Approval, Release } from '../../payload-types'
import { keptCare } from '../governance/care'
import { contentHashOf } from '../governance/hash'
import { approvalHashOf, releaseHashOf } from '../governance/recordHash'

/** The hash of what a stored release says now, computed as a signature computes it. */
export const signedHash = (release: Release): string =>
  contentHashOf({
    collection: release.documentCollection,
    title: release.title,
    text: release.text,
    kind: release.kind ?? null,
    audience: release.audience,
    riskTier: release.riskTier,
    topic: idOf(release.topic),
    locale: release.locale,
    effectiveFrom: release.effectiveFrom ?? null,
    expiresAt: release.expiresAt ?? null,
  })

/** The hash of a stored release, as the audit row that published it has it. */
export const releaseHash = (release: Omit<Release, 'text'>): string =>
  releaseHashOf({
    id: release.id,
    documentCollection: release.documentCollection,
    documentId: release.documentId,
    version: release.version,
    sequence: release.sequence,
    contentHash: release.contentHash,
    textHash: release.textHash,
    approvals: release.approvals.flatMap((approval) => idOf(approval) ?? []),
    authors: (release.authors ?? []).flatMap((author) => idOf(author) ?? []),
    publishedBy: idOf(release.publishedBy) ?? '',
    chunker: release.chunker,
    care: keptCare({ owner: idOf(release.owner), reviewEveryDays: release.reviewEveryDays }),
  })

/** The hash of a stored approval, as the audit row that was written with it has it. */
export const approvalHash = (approval: Approval): string =>
  approvalHashOf({
    id: approval.id,
    documentCollection: approval.documentCollection,
    documentId: approval.documentId,
    version: approval.version,
    contentHash: approval.contentHash,
    decision: approval.decision,
    approver: idOf(approval.approver) ?? '',
    onBehalfOf: idOf(approval.onBehalfOf),
    approverRoles: approval.approverRoles ?? [],
    groups: approval.groups ?? [],
    audience: approval.audience ?? null,
    effectiveFrom: approval.effectiveFrom ?? null,
    expiresAt: approval.expiresAt ?? null,
    comment: approval.comment ?? null,
    reportHash: approval.reportHash ?? null,
    waivers: (approval.waivers ?? null) as object[] | null,
    care: keptCare({ owner: idOf(approval.owner), reviewEveryDays: approval.reviewEveryDays }),
  })
