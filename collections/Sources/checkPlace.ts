import { ValidationError, type CollectionBeforeValidateHook } from 'payload'
import type { Source } from '../../payload-types'
import { sentenceOf } from '../../src/errors'
import { GOVERNED_COLLECTIONS, type SourceKind } from '../../src/vocabulary'

interface Place {
  kind: SourceKind
  location: string
}
/** Whether a source can be there. @throws {VouchError} that says what is wrong. */
export type CheckLocation = (place: Place) => Promise<void>

/**
 * A place that no connector could read is refused before it is saved, and so is one that is a source already. It can be
 * corrected while nothing came from it: afterwards its texts are known by it.
 * @param checkLocation throws a sentence for what no connector could read.
 */
export const checkPlace =
  (checkLocation: CheckLocation): CollectionBeforeValidateHook<Source> =>
  async ({ data, originalDoc, operation, req }) => {
    const kind = (data?.kind ?? originalDoc?.kind) as SourceKind | undefined
    const location = String(data?.location ?? originalDoc?.location ?? '').trim()
    const moved = kind !== originalDoc?.kind || location !== originalDoc?.location
    // The command line, which has no user, says what is wrong when it syncs.
    if (!data || !req.user || !kind || !location || !moved) return data
    const refuse = (message: string, path = 'location'): never => {
      throw new ValidationError({ collection: 'sources', errors: [{ path, message }], req }, req.t)
    }
    if (operation === 'update' && (await hasTexts(req, originalDoc?.id ?? '')))
      refuse('Texts came from here and are known by it. Add the other place as a source of its own.')
    const problem = await problemOf({ kind, location }, checkLocation)
    if (problem) refuse(problem)
    const other = await sourceAt(req, { kind, location })
    if (other && other.id !== originalDoc?.id) refuse(`This place is a source already: “${other.name}”.`)
    return { ...data, kind, location }
  }

type Request = Parameters<CollectionBeforeValidateHook>[0]['req']

const hasTexts = async (req: Request, source: string): Promise<boolean> => {
  for (const collection of GOVERNED_COLLECTIONS) {
    const { totalDocs } = await req.payload.db.count({
      collection,
      where: { source: { equals: source } },
      req,
    })
    if (totalDocs) return true
  }
  return false
}

const problemOf = async (place: Place, checkLocation: CheckLocation): Promise<string | null> => {
  try {
    await checkLocation(place)
    return null
  } catch (error) {
    const sentence = sentenceOf(error)
    if (!sentence) throw error
    return sentence
  }
}

const sourceAt = async (
  req: Request,
  { kind, location }: { kind: SourceKind; location: string },
): Promise<Source | null> => {
  const { docs } = await req.payload.find({
    collection: 'sources',
    where: { and: [{ kind: { equals: kind } }, { location: { equals: location } }] },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ?? null
}
