import type { Payload } from 'payload'
import { idOf } from '../../records/content'
import type { KnownDocument } from '../../../ingestion/syncDecision'
import type { Faq, Policy } from '../../../payload-types'
import { GOVERNED_COLLECTIONS, type GovernedCollection } from '../../vocabulary'

export type OwnDocument = KnownDocument & { authors: string[] }

const SELECT = {
  sourceKey: true,
  contentHash: true,
  sourceContentHash: true,
  sourceVanishedAt: true,
  sourceConflictAt: true,
  verifiedAt: true,
  workflowState: true,
  deletedAt: true,
  authors: true,
} as const

/** The documents that came from a source, those in the trash too. */
export const readKnownDocuments = async (payload: Payload, source: string): Promise<OwnDocument[]> => {
  const known: OwnDocument[] = []
  for (const collection of GOVERNED_COLLECTIONS) {
    const { docs } = await payload.db.find<Policy | Faq>({
      collection,
      where: { source: { equals: source } },
      select: SELECT,
      pagination: false,
      limit: 0,
      req: {},
    })
    known.push(...docs.map((row) => knownOf(collection, row)))
  }
  return known.filter(({ key }) => key)
}

export const knownOf = (collection: GovernedCollection, row: Policy | Faq): OwnDocument => ({
  collection,
  id: row.id,
  key: row.sourceKey ?? '',
  contentHash: row.contentHash ?? null,
  sourceContentHash: row.sourceContentHash ?? null,
  vanishedAt: row.sourceVanishedAt ?? null,
  conflictAt: row.sourceConflictAt ?? null,
  verifiedAt: row.verifiedAt ?? null,
  workflowState: row.workflowState,
  inTrash: Boolean(row.deletedAt),
  authors: (row.authors ?? []).flatMap((author) => idOf(author) ?? []),
})
