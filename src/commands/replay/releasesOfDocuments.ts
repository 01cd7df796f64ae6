import type { Payload } from 'payload'
import type { ReleaseFacts, UsedText } from './textDifferences'

/** The releases of these texts' documents, without their words. */
export const releasesOfDocuments = async (
  payload: Payload,
  texts: readonly UsedText[],
): Promise<ReleaseFacts[]> => {
  const ids = [...new Set(texts.map(({ document }) => document.id))]
  if (!ids.length) return []
  const { docs } = await payload.db.find<ReleaseFacts & Record<string, unknown>>({
    collection: 'releases',
    where: { documentId: { in: ids } },
    select: {
      documentCollection: true,
      documentId: true,
      version: true,
      audience: true,
      validFrom: true,
      validTo: true,
      withdrawnAt: true,
      expiresAt: true,
      reviewAt: true,
    },
    limit: 0,
    pagination: false,
    req: {},
  })
  return docs
}
