import type { Payload, Where } from 'payload'
import type { JudgedRow } from '../../commands/governedOf'
import { may } from '../../governance/permissions'
import type { Actor } from '../../governance/types'
import { GRACE_DAYS } from '../../governance/verification'
import type { Faq, Policy } from '../../../payload-types'
import type { GovernedCollection } from '../../vocabulary'

/** A row that may wait for someone, read without its text. */
export interface Candidate {
  collection: GovernedCollection
  row: CandidateRow
  title: string
}

export type CandidateRow = JudgedRow &
  Pick<Policy | Faq, 'contentHash' | 'inReviewSince' | 'reviewAt' | 'updatedAt'>

const FIELDS = {
  version: true,
  workflowState: true,
  riskTier: true,
  topic: true,
  authors: true,
  owner: true,
  reviewEveryDays: true,
  contentHash: true,
  inReviewSince: true,
  reviewAt: true,
  updatedAt: true,
} as const

const DAY_MS = 86_400_000

/** Documents of one collection that this person may have something to do with, the riskiest and oldest first. */
export const findCandidates = async ({
  payload,
  viewer,
  collection,
  leads,
  most,
}: {
  payload: Payload
  viewer: Actor
  collection: GovernedCollection
  leads: readonly string[]
  most: number
}): Promise<{ docs: Candidate[]; hasNextPage: boolean }> => {
  const { docs, hasNextPage } = await payload.find({
    collection,
    where: { or: wheresFor(viewer, leads) },
    // In the alphabet, as in risk, regulated comes before sensitive and sensitive before standard.
    sort: ['riskTier', 'inReviewSince'],
    limit: most,
    depth: 0,
    select: { ...FIELDS, title: true, question: true } as never,
  })
  return {
    docs: (docs as (CandidateRow & { title?: string; question?: string })[]).map((row) => ({
      collection,
      row,
      title: (row.title ?? row.question ?? '').trim(),
    })),
    hasNextPage,
  }
}

/** Ids of the topics that this person leads. */
export const leadTopicsOf = async (payload: Payload, viewer: Actor): Promise<string[]> => {
  const { docs } = await payload.find({
    collection: 'topics',
    where: { lead: { equals: viewer.id } },
    depth: 0,
    pagination: false,
    select: {},
  })
  return docs.map(({ id }) => id)
}

const wheresFor = (viewer: Actor, leads: readonly string[]): Where[] => {
  const theirs: Where = { or: [{ authors: { in: [viewer.id] } }, { owner: { equals: viewer.id } }] }
  const dueSince = (days: number): Where => ({
    reviewAt: { less_than_equal: new Date(Date.now() - days * DAY_MS).toISOString() },
  })
  return [
    { and: [{ workflowState: { in: ['changes_requested', 'approved'] } }, theirs] },
    { and: [dueSince(0), { liveRelease: { exists: true } }, { owner: { equals: viewer.id } }] },
    ...([viewer, ...(viewer.standsInFor ?? [])].some((each) => may(each, 'reviewTexts'))
      ? [{ workflowState: { equals: 'in_review' } }]
      : []),
    ...(leads.length && may(viewer, 'reviewTexts')
      ? [{ and: [dueSince(GRACE_DAYS), { liveRelease: { exists: true } }, { topic: { in: [...leads] } }] }]
      : []),
  ]
}
