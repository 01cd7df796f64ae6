import type { Payload, Where } from 'payload'
import type { DocumentRef } from '../../ingestion/releases'
import type { Release } from '../../payload-types'
import { GOVERNED_COLLECTIONS, type GovernedCollection } from '../vocabulary'
import { clockDue, type ClockRelease, type ClockRow } from './clockDue'

/** Documents looked at together. */
const BATCH = 200

/**
 * Documents whose row lags behind the clock: of those that are scheduled, those of which a release began or ended after
 * `since` (epoch ms), and those that are named.
 */
export const documentsTurned = async (
  payload: Payload,
  { since, now, also }: { since: number; now: number; also: readonly DocumentRef[] },
): Promise<DocumentRef[]> => {
  const turned: DocumentRef[] = []
  const releases = await releasesTurned(payload, { since, now })
  for (const collection of GOVERNED_COLLECTIONS) {
    const { docs: scheduled } = await payload.find({
      collection,
      where: { workflowState: { equals: 'scheduled' } },
      depth: 0,
      pagination: false,
      select: {},
    })
    const own = releases.filter(({ documentCollection }) => documentCollection === collection)
    const named = also.filter((ref) => ref.collection === collection)
    const ids = [
      ...new Set([
        ...[...scheduled, ...named].map(({ id }) => id),
        ...own.map(({ documentId }) => documentId),
      ]),
    ]
    for (let start = 0; start < ids.length; start += BATCH)
      turned.push(...(await lagging(payload, { collection, ids: ids.slice(start, start + BATCH), now })))
  }
  return turned
}

const releasesTurned = async (
  payload: Payload,
  { since, now }: { since: number; now: number },
): Promise<Pick<Release, 'documentId' | 'documentCollection'>[]> => {
  const within = (field: 'validFrom' | 'validTo'): Where => ({
    and: [
      { [field]: { greater_than: new Date(since).toISOString() } },
      { [field]: { less_than_equal: new Date(now).toISOString() } },
    ],
  })
  const { docs } = await payload.find({
    collection: 'releases',
    where: { or: [within('validFrom'), within('validTo')] },
    depth: 0,
    pagination: false,
    select: { documentId: true, documentCollection: true },
  })
  return docs
}

const lagging = async (
  payload: Payload,
  { collection, ids, now }: { collection: GovernedCollection; ids: string[]; now: number },
): Promise<DocumentRef[]> => {
  const all = { depth: 0, pagination: false } as const
  const { docs: rows } = await payload.find({
    collection,
    where: { id: { in: ids } },
    ...all,
    select: { workflowState: true, version: true, liveRelease: true },
  })
  const { docs: releases } = await payload.find({
    collection: 'releases',
    where: { and: [{ documentCollection: { equals: collection } }, { documentId: { in: ids } }] },
    sort: 'sequence',
    ...all,
    select: {
      documentId: true,
      version: true,
      sequence: true,
      validFrom: true,
      validTo: true,
      withdrawnAt: true,
    },
  })
  const known: readonly ClockRelease[] = releases
  return rows.flatMap((row) => {
    const own = known.filter(({ documentId }) => documentId === row.id)
    return clockDue(row as ClockRow, own, now) ? [{ collection, id: row.id }] : []
  })
}
