import type { PayloadRequest } from 'payload'
import { queueJob } from '../../ingestion/queue'

/** Ends every release of a document now. Holds at answer time whatever the workers do: validTo is read there. */
export const withdrawReleases = async ({
  req,
  documentId,
}: {
  req: PayloadRequest
  documentId: string
}): Promise<void> => {
  const now = new Date().toISOString()
  const { docs: releases } = await req.payload.find({
    collection: 'releases',
    where: {
      and: [
        { documentId: { equals: documentId } },
        { or: [{ validTo: { exists: false } }, { validTo: { greater_than: now } }] },
      ],
    },
    depth: 0,
    pagination: false,
    req,
  })
  for (const release of releases) {
    const notBegun = release.validFrom && release.validFrom > now
    await req.payload.db.updateOne({
      collection: 'releases',
      id: release.id,
      data: { validTo: notBegun ? release.validFrom : now, withdrawnAt: now },
      req,
    })
    await queueJob(req, 'moveWindow', { releaseId: release.id })
  }
}
