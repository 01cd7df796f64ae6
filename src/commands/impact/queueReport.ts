import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { queueJob } from '../../../ingestion/queue'
import type { OfVersion } from './standingReport'

/** Has the worker make the report of a version, in the caller's transaction. */
export async function queueReport(req: PayloadRequest, of: OfVersion): Promise<void> {
  const id = randomUUID()
  await req.payload.db.create({
    collection: 'impact-reports',
    data: {
      id,
      documentCollection: of.collection,
      documentId: of.id,
      version: of.version,
      contentHash: of.contentHash,
      state: 'queued',
      createdAt: new Date().toISOString(),
    },
    req,
    returning: false,
  })
  await queueJob(req, 'makeReport', { reportId: id })
}
