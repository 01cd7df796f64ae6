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
 */
export const applyWindows = async (req: PayloadRequest, document: DocumentRef): Promise<void> => {
  const releases = await releasesOf(req.payload, document, req)
  const windows = planWindows(releases.map(timesOf))
  for (const release of releases) {
    const window = windows.get(release.id)
    if (!window || instantOf(release.validTo) === window.validTo) continue
    await req.payload.db.updateOne({
      collection: 'releases',
      id: release.id,
      data: { validTo: window.validTo === null ? null : new Date(window.validTo).toISOString() },
      req,
    })
    await queueJob(req, 'moveWindow', { releaseId: release.id })
  }
}

const instantOf = (iso: string | null | undefined): number | null => (iso ? Date.parse(iso) : null)
