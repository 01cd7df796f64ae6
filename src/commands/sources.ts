import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { v5 as uuidv5 } from 'uuid'
import { kindOf } from '../../ingestion/connectors/kindOf'
import type { Source } from '../../payload-types'
import { LoadError, VouchError } from '../errors'
import type { SourceKind } from '../vocabulary'

/** Names sources by what they are, so that two commands at once make one. */
const SOURCE_NAMESPACE = 'c2a4d1c7-56f8-4e5b-9d55-3f0c84e6ab10'

/**
 * The source at a path or an address; made when there is none. For the command line: no user, so that paths are allowed.
 * @throws {LoadError} when a path leads nowhere.
 */
export const sourceAt = async (
  payload: Payload,
  given: string,
  { kind: asked, name }: { kind?: SourceKind; name?: string } = {},
): Promise<Source> => {
  const { kind, location } = await placeAt(given, asked ?? kindOf(given))
  const known = await sourceWith(payload, kind, location)
  if (known) return known
  try {
    return await payload.create({
      collection: 'sources',
      data: {
        id: uuidv5(`${kind}:${location}`, SOURCE_NAMESPACE),
        name: name ?? (path.basename(location) || location),
        location,
        kind,
        syncEvery: 'never',
      },
      depth: 0,
    })
  } catch (error) {
    const made = await sourceWith(payload, kind, location)
    if (made) return made
    throw error
  }
}

const placeAt = async (given: string, kind: SourceKind): Promise<{ kind: SourceKind; location: string }> => {
  if (kind !== 'folder' && kind !== 'file') return { kind, location: given.trim() }
  const location = path.resolve(given)
  const found = await stat(location).catch(() => null)
  if (!found) throw new LoadError(`There is no file or folder at ${location}.`)
  return { kind: found.isDirectory() ? 'folder' : 'file', location }
}

const sourceWith = async (payload: Payload, kind: SourceKind, location: string): Promise<Source | null> => {
  const { docs } = await payload.find({
    collection: 'sources',
    where: { and: [{ kind: { equals: kind } }, { location: { equals: location } }] },
    depth: 0,
    limit: 1,
    pagination: false,
  })
  return docs[0] ?? null
}

/** Every source, by name. */
export const readSources = async (payload: Payload): Promise<Source[]> =>
  (await payload.find({ collection: 'sources', sort: 'name', depth: 0, pagination: false })).docs

/** @throws when none, or more than one, has that id or name. */
export const sourceNamed = async (payload: Payload, given: string): Promise<Source> => {
  const { docs } = await payload.find({
    collection: 'sources',
    where: { or: [{ id: { equals: given } }, { name: { equals: given } }] },
    depth: 0,
    pagination: false,
  })
  const [source, second] = docs
  if (!source) throw new VouchError(`There is no source “${given}”. npm run -s vouch -- sources lists them.`)
  if (second) throw new VouchError(`${docs.length} sources are called “${given}”. Say which by its id.`)
  return source
}
