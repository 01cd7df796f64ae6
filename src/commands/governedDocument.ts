import type { Payload, PayloadRequest } from 'payload'
import { approvalOf, signaturesOn } from '../../collections/governed/approval'
import { idOf, signedContentOf } from '../../collections/governed/content'
import type { Faq, Policy, Release, Topic } from '../../payload-types'
import { VouchError } from '../errors'
import { stateAt } from '../governance/clock'
import { contentHashOf, type SignedContent } from '../governance/hash'
import { stricterTier } from '../governance/permissions'
import type { Approval, ApproverGroup, Governed } from '../governance/types'
import { inForce, lasts, windowOf, type Window } from '../governance/window'
import type { GovernedCollection } from '../vocabulary'

export type GovernedRow = Policy | Faq

/** The document does not exist, or is in the trash. */
export class NotFoundError extends VouchError {
  override name = 'NotFoundError'
}

interface Found {
  payload: Payload
  req?: PayloadRequest
  collection: GovernedCollection
  id: string
}

/** A governed document as it stands now, with the content that a signature would cover, its signatures and its releases. */
export interface ReadGoverned {
  row: GovernedRow
  content: SignedContent
  document: Governed
  approvals: Approval[]
  /** In the order in which they were published. */
  releases: Release[]
}

/** @throws {NotFoundError} when there is no such document, or it is in the trash. */
export const readGoverned = async (found: Found): Promise<ReadGoverned> => {
  const { payload, req, collection, id } = found
  const { docs } = await payload.find({
    collection,
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    ...(req && { req }),
  })
  const row = docs[0] as GovernedRow | undefined
  if (!row) throw new NotFoundError(`There is no document ${id} in ${collection}.`)
  const content = await signedContentOf(payload.config, collection, { ...row })
  const approvals = (await signaturesOn(payload, { id, version: row.version, req })).map(approvalOf)
  const releases = await releasesOf(found)
  const now = Date.now()
  const windows = releases.flatMap((release) => windowOf(release) ?? [])
  const current = currentRelease(row, releases)
  const standing = inForceOrNext(releases, now)
  return {
    row,
    content,
    approvals,
    releases,
    document: {
      collection,
      id,
      title: content.title,
      version: row.version,
      // Recomputed, not read: a row altered behind our back no longer matches its approvals.
      contentHash: contentHashOf(content),
      state: stateAt(
        row.workflowState,
        { current: (current && windowOf(current)) ?? null, all: windows },
        now,
      ),
      riskTier: standing.reduce((tier, release) => stricterTier(tier, release.riskTier), row.riskTier),
      groups: await groupsOf(found, [
        idOf(row.topic),
        ...standing.filter(({ riskTier }) => riskTier !== 'standard').map(({ topic }) => idOf(topic)),
      ]),
      authors: (row.authors ?? []).map((author) => idOf(author) ?? ''),
      owner: idOf(row.owner),
      live: standing.length > 0,
      inForce: windows.some((window) => inForce(window, now)),
      scheduled: standing.some((release) => !begun(windowOf(release), now)),
      openComments: await countOpenComments(found),
    },
  }
}

/** The activated release of the working version, which decides what the clock does to its state. @param releases in order. */
export const currentRelease = <R extends Pick<Release, 'version' | 'validFrom' | 'withdrawnAt'>>(
  { version }: Pick<GovernedRow, 'version'>,
  releases: readonly R[],
): R | undefined =>
  releases.findLast((release) => release.version === version && release.validFrom && !release.withdrawnAt)

/** Releases that are served now or will be. */
const inForceOrNext = (releases: readonly Release[], now: number): Release[] =>
  releases.filter((release) => {
    if (release.withdrawnAt) return false
    const window = windowOf(release)
    return !window || (lasts(window) && (window.validTo === null || window.validTo > now))
  })

const begun = (window: Window | null, now: number): boolean => window !== null && window.validFrom <= now

const releasesOf = async ({ payload, req, id }: Found): Promise<Release[]> => {
  const { docs } = await payload.find({
    collection: 'releases',
    where: { documentId: { equals: id } },
    sort: 'sequence',
    depth: 0,
    pagination: false,
    ...(req && { req }),
  })
  return docs
}

const countOpenComments = async ({ payload, req, id }: Found): Promise<number> => {
  const { totalDocs } = await payload.count({
    collection: 'comments',
    where: { and: [{ documentId: { equals: id } }, { resolvedAt: { exists: false } }] },
    ...(req && { req }),
  })
  return totalDocs
}

const groupsOf = async (
  { payload, req }: Found,
  topics: readonly (string | null)[],
): Promise<ApproverGroup[]> => {
  const ids = [...new Set(topics)].filter((id) => id !== null)
  if (!ids.length) return []
  const { docs } = await payload.find({
    collection: 'topics',
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    ...(req && { req }),
  })
  return docs.map((topic: Topic) => ({
    topic: topic.id,
    name: topic.name,
    approvers: (topic.approvers ?? []).flatMap((approver) => idOf(approver) ?? []),
  }))
}
