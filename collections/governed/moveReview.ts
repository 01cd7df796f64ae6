import type { CollectionAfterChangeHook } from 'payload'
import type { Faq, Policy } from '../../payload-types'
import { titleOf } from '../../src/records/workingRow'
import { personOf } from '../../src/records/personOf'
import { recordAudit } from '../../src/records/recordAudit'

/** When someone changes how often a text is checked, what is served of it falls due with it, and the record says who. */
export const moveReview: CollectionAfterChangeHook<Policy | Faq> = async ({
  collection,
  doc,
  previousDoc,
  req,
}) => {
  const from = previousDoc?.reviewAt ?? null
  const to = doc.reviewAt ?? null
  if (!previousDoc || from === to) return doc
  const now = new Date().toISOString()
  const { docs: releases } = await req.payload.find({
    collection: 'releases',
    where: {
      and: [
        { documentCollection: { equals: collection.slug } },
        { documentId: { equals: doc.id } },
        { withdrawnAt: { exists: false } },
        // Above standard it is signed, and moves when a version with it is released.
        { riskTier: { equals: 'standard' } },
        { or: [{ validTo: { exists: false } }, { validTo: { greater_than: now } }] },
      ],
    },
    depth: 0,
    pagination: false,
    req,
  })
  for (const { id } of releases)
    await req.payload.db.updateOne({ collection: 'releases', id, data: { reviewAt: to }, req })
  await recordAudit(req, {
    action: 'document.review_moved',
    actor: personOf(req),
    subject: { collection: collection.slug, id: doc.id, title: titleOf(doc) },
    detail: { from, to, everyDays: doc.reviewEveryDays ?? null },
  })
  return doc
}
