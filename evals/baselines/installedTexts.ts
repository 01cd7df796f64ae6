import type { Payload } from 'payload'
import type { Release } from '../../payload-types'
import { readTextsInForce } from '../../src/commands/textsInForce'
import { documentKeys } from '../documentKeys'
import type { NaiveDocument } from './naive'

/** Every text in force in an installation, whoever may read it, by the key that the sets use. */
export const installedTexts = async (
  payload: Payload,
  gold: ReadonlySet<string>,
): Promise<NaiveDocument[]> => {
  const [inForce, keys] = await Promise.all([readTextsInForce(payload), documentKeys(payload, gold)])
  const wanted = new Set(inForce.map(({ releaseId }) => releaseId))
  const { docs } = await payload.db.find<Release>({
    collection: 'releases',
    select: { documentId: true, title: true, text: true },
    pagination: false,
    limit: 0,
    req: {},
  })
  return docs
    .filter(({ id }) => wanted.has(id))
    .map(({ documentId, title, text }) => ({
      id: keys.ofDocument.get(documentId) ?? documentId,
      title,
      text,
    }))
}
