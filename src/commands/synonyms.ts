import type { Payload } from 'payload'
import type { Topic } from '../../payload-types'
import { parseSynonyms, type SynonymGroup } from '../retrieval/synonyms'

/** What knowledge managers say is the same, of all topics: of which topic a question is, is not known before it is answered. */
export const readSynonyms = async (payload: Payload): Promise<SynonymGroup[]> => {
  // The adapter directly: no hooks run on this collection, and this is on every answer's path.
  const { docs } = await payload.db.find<Topic>({
    collection: 'topics',
    pagination: false,
    limit: 0,
    req: {},
  })
  return parseSynonyms(docs.flatMap(({ synonyms }) => synonyms ?? []))
}
