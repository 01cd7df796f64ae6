import type { Payload, Where } from 'payload'
import { may, rolesThatMay } from '../../governance/permissions'
import type { Actor } from '../../governance/types'
import { TEXT_COLLECTIONS, type Role } from '../../vocabulary'
import { documentHref } from '../links'
import { ASKED_PREFERENCE } from './askedPreference'
import type { StartState } from './startSteps'

/** Reads how far the installation has come; cheap once it has come all the way. */
export const readStart = async (payload: Payload, viewer: Actor): Promise<StartState> => {
  const count = (collection: 'releases' | 'bots' | 'answers' | 'policies' | 'faqs', where: Where = {}) =>
    payload.count({ collection, where }).then(({ totalDocs }) => totalDocs)
  const [signed, bots, answers, tried] = await Promise.all([
    count('releases'),
    count('bots'),
    count('answers'),
    hasTried(payload, viewer),
  ])
  const asked = answers > 0 || tried
  if (signed && bots && asked) return { ...ARRIVED, signed, bots }
  const texts = await Promise.all(TEXT_COLLECTIONS.map((collection) => count(collection)))
  const inReview = await Promise.all(
    TEXT_COLLECTIONS.map((collection) => count(collection, { workflowState: { equals: 'in_review' } })),
  )
  return {
    texts: sum(texts),
    draftHref: await findDraft(payload),
    inReview: sum(inReview),
    signed,
    otherSigners: await countOthers(payload, viewer, rolesThatMay('reviewTexts')),
    otherWriters: await countOthers(payload, viewer, WRITERS),
    bots,
    asked,
  }
}

/** Whoever runs the place writes what few others may sign (startSteps.ts), so that a writer is somebody else. */
const WRITERS = rolesThatMay('writeTexts').filter((role) => !may({ roles: [role] }, 'managePeople'))

/** Nothing is left to do: what the steps would link to does not matter. */
const ARRIVED = { texts: 1, draftHref: null, inReview: 0, otherSigners: 1, otherWriters: 1, asked: true }

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

const hasTried = async (payload: Payload, { id }: Actor): Promise<boolean> => {
  const { totalDocs } = await payload.count({
    collection: 'payload-preferences',
    where: { and: [{ key: { equals: ASKED_PREFERENCE } }, { 'user.value': { equals: id } }] },
  })
  return totalDocs > 0
}

const findDraft = async (payload: Payload): Promise<string | null> => {
  for (const collection of TEXT_COLLECTIONS) {
    const { docs } = await payload.find({
      collection,
      where: { workflowState: { equals: 'draft' } },
      sort: '-updatedAt',
      limit: 1,
      depth: 0,
      select: {},
    })
    if (docs[0]) return documentHref(collection, docs[0].id)
  }
  return null
}

const countOthers = async (payload: Payload, { id }: Actor, roles: readonly Role[]): Promise<number> => {
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: { and: [{ id: { not_equals: id } }, { roles: { in: [...roles] } }] },
  })
  return totalDocs
}
