import type { PayloadRequest } from 'payload'
import { v5 as uuidv5 } from 'uuid'
import { queueJob } from '../../../ingestion/queue'
import type { Recall, Release } from '../../../payload-types'
import { recordAudit } from '../../records/recordAudit'
import type { RecallCause } from '../../vocabulary'

const RECALL_NAMESPACE = 'b6a1e0f4-6f5b-4d0c-8d52-0c5d4f4f9a77'

/** An answer that was decided before the recall is stored within this time, and listed then. */
const LATE_ANSWERS_MS = 60_000

/** A release has one recall, however often it is asked for. */
export const recallIdOf = (releaseId: string): string => uuidv5(releaseId, RECALL_NAMESPACE)

/**
 * Calls back what a release said, in the caller's transaction: the worker lists every answer that cited it and tells those
 * who gave them. Asked for again it changes nothing. @returns the recall's id.
 */
export async function startRecall(
  req: PayloadRequest,
  o: {
    release: Release
    cause: RecallCause
    reason?: string | undefined
    actor: { id: string; name: string }
  },
): Promise<string> {
  const { release, cause, reason, actor } = o
  const id = recallIdOf(release.id)
  const known = await req.payload.db.findOne<Recall>({
    collection: 'recalls',
    where: { id: { equals: id } },
    req,
  })
  if (known) return id
  await req.payload.db.create({
    collection: 'recalls',
    data: {
      id,
      title: `${release.title} v${release.version}`,
      release: release.id,
      documentCollection: release.documentCollection,
      documentId: release.documentId,
      version: release.version,
      riskTier: release.riskTier,
      cause,
      reason: reason ?? null,
      state: 'listing',
    },
    req,
    returning: false,
  })
  await recordAudit(req, {
    action: 'release.recalled',
    actor,
    subject: { collection: 'releases', id: release.id, title: release.title },
    detail: { recallId: id, version: release.version, cause, ...(reason && { reason }) },
  })
  await queueJob(req, 'listRecall', { recallId: id })
  const late = new Date(Date.now() + LATE_ANSWERS_MS)
  await queueJob(req, 'listRecall', { recallId: id }, { waitUntil: late })
  return id
}
