import type { PayloadRequest } from 'payload'
import { heldBy, type Held } from '../../src/governance/heldTier'
import type { GovernedCollection } from '../../src/vocabulary'
import { approvalsOf } from '../../src/records/approval'
import { signedVersions } from '../../src/records/signedVersions'

/** What holds for a document from the versions of it that were signed before. */
export const readHeld = async (
  req: PayloadRequest,
  document: { collection: GovernedCollection; id: string },
): Promise<Held> => {
  const { docs: releases } = await req.payload.find({
    collection: 'releases',
    where: {
      and: [{ documentCollection: { equals: document.collection } }, { documentId: { equals: document.id } }],
    },
    depth: 0,
    pagination: false,
    select: { version: true, riskTier: true, topic: true },
    req,
  })
  return heldBy(signedVersions(releases, await approvalsOf(req.payload, { document, req })))
}
