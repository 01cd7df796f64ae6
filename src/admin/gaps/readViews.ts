import type { Payload } from 'payload'
import type { Actor } from '../../governance/types'
import { fromStored, VIEWS_PREFERENCE, type SavedView } from './savedViews'

/** The views of the backlog that a person keeps. */
export async function readViews(payload: Payload, viewer: Actor | null): Promise<SavedView[]> {
  if (!viewer) return []
  const { docs } = await payload.find({
    collection: 'payload-preferences',
    where: { and: [{ key: { equals: VIEWS_PREFERENCE } }, { 'user.value': { equals: viewer.id } }] },
    depth: 0,
    limit: 1,
    pagination: false,
  })
  return fromStored(docs[0]?.value)
}
