import { z } from 'zod'
import type { ApprovedDocument } from '../../commands/documents/approvedDocuments'
import { GOVERNED_COLLECTIONS, type GovernedCollection } from '../../vocabulary'
import type { RankedPassage } from '../../retrieval/types'

/** Where a document is found as a resource. */
export const DOCUMENT_TEMPLATE = 'vouch://documents/{collection}/{id}'

/** The address of a document as a resource. */
export const uriOf = (collection: string, id: string): string =>
  DOCUMENT_TEMPLATE.replace('{collection}', collection).replace('{id}', encodeURIComponent(id))

const AddressSchema = z.object({ collection: z.enum(GOVERNED_COLLECTIONS), id: z.string().min(1).max(100) })

/** The document of an address; null for one that no document can have. */
export function documentAt(variables: unknown): { collection: GovernedCollection; id: string } | null {
  return AddressSchema.safeParse(variables).data ?? null
}

/** A text in force, as agents are told it. */
export const tellApproved = ({ collection, id, ...told }: ApprovedDocument) => ({
  uri: uriOf(collection, id),
  document: { collection, id },
  ...told,
})

/** A passage, as agents are told it. No scores: they would tell of texts that are not for this bot. */
export const tellPassage = (passage: RankedPassage) => ({
  uri: uriOf(passage.document.collection, passage.document.id),
  document: passage.document,
  version: passage.version,
  releaseId: passage.releaseId,
  chunkId: passage.chunkId,
  headingPath: passage.headingPath,
  text: passage.text,
  start: passage.start,
  end: passage.end,
  locale: passage.locale,
  validFrom: passage.validFrom,
})
