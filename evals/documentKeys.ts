import type { Payload } from 'payload'
import { idOf } from '../src/records/content'
import type { Chunk, Faq, Policy } from '../payload-types'
import { GOVERNED_COLLECTIONS } from '../src/vocabulary'

/** Which imported document each chunk and each document id stands for, by the key that the sets use. */
export interface DocumentKeys {
  ofChunk: ReadonlyMap<string, string>
  ofDocument: ReadonlyMap<string, string>
}

export const documentKeys = async (payload: Payload, gold: ReadonlySet<string>): Promise<DocumentKeys> => {
  const ofDocument = new Map<string, string>()
  for (const collection of GOVERNED_COLLECTIONS) {
    const { docs } = await payload.db.find<Policy | Faq>({
      collection,
      select: { sourceKey: true },
      pagination: false,
      limit: 0,
      req: {},
    })
    for (const { id, sourceKey } of docs) if (sourceKey) ofDocument.set(id, keyIn(sourceKey, gold))
  }
  const { docs: chunks } = await payload.db.find<Chunk>({
    collection: 'chunks',
    select: { documentId: true },
    pagination: false,
    limit: 0,
    req: {},
  })
  const ofChunk = new Map(
    chunks.map((chunk) => [chunk.id, ofDocument.get(idOf(chunk.documentId) ?? '') ?? chunk.documentId]),
  )
  return { ofChunk, ofDocument }
}

/** A row of a file goes by its own id where the set says so, else by its whole key. */
const keyIn = (sourceKey: string, gold: ReadonlySet<string>): string => {
  const row = sourceKey.slice(sourceKey.indexOf('#') + 1)
  return gold.has(sourceKey) ? sourceKey : row
}
