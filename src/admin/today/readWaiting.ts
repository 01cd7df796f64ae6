import type { Payload } from 'payload'
import { readGoverned } from '../../commands/governedDocument'
import { decideTransition } from '../../governance/transitions'
import { isAuthorOf } from '../../governance/permissions'
import type { Actor } from '../../governance/types'
import { GOVERNED_COLLECTIONS, type GovernedCollection, type RiskTier } from '../../vocabulary'

const LIMIT = 25

/** A document that one person can move on, and what they would do. */
export interface Waiting {
  collection: GovernedCollection
  id: string
  title: string
  version: number
  riskTier: RiskTier
  since: string
  todo: 'Sign' | 'Change' | 'Publish'
}

/** What waits for this person: texts that they may sign, and their own that came back or can be published. */
export const readWaiting = async (payload: Payload, viewer: Actor): Promise<Waiting[]> => {
  const perCollection = await Promise.all(
    GOVERNED_COLLECTIONS.map(async (collection) => {
      const { docs } = await payload.find({
        collection,
        where: { workflowState: { in: ['in_review', 'changes_requested', 'approved'] } },
        sort: 'updatedAt',
        limit: LIMIT,
        depth: 0,
        select: { updatedAt: true },
      })
      return Promise.all(
        docs.map(({ id, updatedAt }) => waitingOf({ payload, viewer, collection, id, since: updatedAt })),
      )
    }),
  )
  return perCollection
    .flat()
    .filter((waiting) => waiting !== null)
    .toSorted((a, b) => a.since.localeCompare(b.since))
}

const waitingOf = async ({
  payload,
  viewer,
  collection,
  id,
  since,
}: {
  payload: Payload
  viewer: Actor
  collection: GovernedCollection
  id: string
  since: string
}): Promise<Waiting | null> => {
  const { document, approvals } = await readGoverned({ payload, collection, id })
  const may = (transition: 'approve' | 'publish') =>
    decideTransition({ transition, actor: viewer, document, approvals }).allowed
  const mine = isAuthorOf(viewer, document)
  const todo = may('approve')
    ? 'Sign'
    : mine && document.state === 'changes_requested'
      ? 'Change'
      : mine && may('publish')
        ? 'Publish'
        : null
  const { title, version, riskTier } = document
  return todo && { collection, id, title, version, riskTier, since, todo }
}
