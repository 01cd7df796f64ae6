import type { Payload, PayloadRequest, Where } from 'payload'
import { inForceAt } from '../database/inForceAt'
import { idOf } from '../records/content'
import { verificationOf, type Verification } from '../governance/verification'
import { GOVERNED_COLLECTIONS, type GovernedCollection } from '../vocabulary'

/** A text that bots answer from now, and whether someone still vouches for it. */
export interface TextInForce {
  collection: GovernedCollection
  id: string
  releaseId: string
  title: string
  version: number
  /** Id of the topic of what is in force; null for none. */
  topic: string | null
  /** Id of a user, who may have left. */
  owner: string | null
  /** ISO 8601; null when it was never verified. */
  reviewAt: string | null
  verification: Verification
}

/**
 * Reads every text in force at `now` (epoch ms), the longest due first, from its release: rows lag behind the clock.
 * @param where narrows the releases.
 */
export const readTextsInForce = async (
  payload: Payload,
  { where, now = Date.now(), req }: { where?: Where; now?: number; req?: PayloadRequest } = {},
): Promise<TextInForce[]> => {
  const at = new Date(now).toISOString()
  const { docs: releases } = await payload.find({
    collection: 'releases',
    where: {
      and: [inForceAt(at), ...(where ? [where] : [])],
    },
    depth: 0,
    pagination: false,
    select: {
      documentCollection: true,
      documentId: true,
      title: true,
      version: true,
      topic: true,
      reviewAt: true,
    },
    ...(req && { req }),
  })
  const owners = await readOwners(payload, req)
  return releases
    .map((release) => ({
      collection: release.documentCollection,
      id: release.documentId,
      releaseId: release.id,
      title: release.title,
      version: release.version,
      topic: idOf(release.topic),
      owner: owners.get(documentKey(release.documentCollection, release.documentId)) ?? null,
      reviewAt: release.reviewAt ?? null,
      verification: verificationOf(release.reviewAt, now),
    }))
    .toSorted((a, b) => (a.reviewAt ?? '').localeCompare(b.reviewAt ?? ''))
}

/** Releases that are due at an instant: their review date has come, or they never had one. */
export const dueBy = (iso: string): Where => ({
  or: [{ reviewAt: { exists: false } }, { reviewAt: { less_than_equal: iso } }],
})

const readOwners = async (payload: Payload, req?: PayloadRequest): Promise<Map<string, string | null>> => {
  const owners = new Map<string, string | null>()
  for (const collection of GOVERNED_COLLECTIONS) {
    const { docs } = await payload.find({
      collection,
      where: { owner: { exists: true } },
      depth: 0,
      pagination: false,
      select: { owner: true },
      ...(req && { req }),
    })
    for (const { id, owner } of docs) owners.set(documentKey(collection, id), idOf(owner))
  }
  return owners
}

const documentKey = (collection: GovernedCollection, id: string): string => `${collection}/${id}`
