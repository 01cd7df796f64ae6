import type { PayloadRequest } from 'payload'
import type { Release } from '../payload-types'
import { planWindows, type ReleaseTimes } from '../src/governance/window'
import { queueJob } from './queue'
import { releasesOf, type DocumentRef } from './releases'

/** A stored release as the planning of windows knows it. */
export const timesOf = (
  release: Pick<Release, 'id' | 'sequence' | 'validFrom' | 'expiresAt' | 'withdrawnAt'>,
): ReleaseTimes => ({
  id: release.id,
  sequence: release.sequence,
  validFrom: instantOf(release.validFrom),
  expiresAt: instantOf(release.expiresAt),
  withdrawnAt: instantOf(release.withdrawnAt),
})

/**
 * Stores the windows that a document’s releases have by their times, in the caller’s transaction, with the jobs that
 * will tell the index.
 * @param known its releases, where this transaction has read them already.
 * @returns its releases as they are now.
 */
export const applyWindows = async (
  req: PayloadRequest,
  document: DocumentRef,
  known?: readonly Release[],
): Promise<Release[]> => {
  const releases = [...(known ?? (await releasesOf(req.payload, document, req)))]
  const windows = planWindows(releases.map(timesOf))
  for (const [at, release] of releases.entries()) {
    const window = windows.get(release.id)
    if (!window || instantOf(release.validTo) === window.validTo) continue
    const validTo = window.validTo === null ? null : new Date(window.validTo).toISOString()
    await req.payload.db.updateOne({ collection: 'releases', id: release.id, data: { validTo }, req })
    await queueJob(req, 'moveWindow', { releaseId: release.id })
    releases[at] = { ...release, validTo }
  }
  return releases
}

const instantOf = (iso: string | null | undefined): number | null => (iso ? Date.parse(iso) : null)
