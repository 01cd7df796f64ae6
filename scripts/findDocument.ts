import type { Payload } from 'payload'
import type { DocumentRef } from '../ingestion/releases'
import { VouchError } from '../src/errors'
import { GOVERNED_COLLECTIONS } from '../src/vocabulary'

/**
 * The document that a person names: by its id, `policies/ID`, where it was imported from, or its title.
 * @throws {VouchError} when none or several are called so.
 */
export async function findDocument(payload: Payload, named: string): Promise<DocumentRef> {
  const [segment, rest] = named.split('/')
  const only = GOVERNED_COLLECTIONS.find((each) => each === segment)
  const found: DocumentRef[] = []
  for (const collection of only && rest ? [only] : GOVERNED_COLLECTIONS) {
    const name = only && rest ? rest : named
    const { docs } = await payload.find({
      collection,
      where: {
        or: [
          { id: { equals: name } },
          { sourceKey: { equals: name } },
          { [collection === 'faqs' ? 'question' : 'title']: { equals: name } },
        ],
      },
      depth: 0,
      limit: 2,
      select: {},
    })
    found.push(...docs.map(({ id }) => ({ collection, id })))
  }
  const [first, second] = found
  if (!first)
    throw new VouchError(`No document is called “${named}”. Give its id, its title or where it came from.`)
  if (second) throw new VouchError(`Several documents are called “${named}”. Give the id of one.`)
  return first
}
