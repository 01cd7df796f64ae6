import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { isServerPath } from '../../src/governance/sourceLocation'
import { ValidationError, type CollectionBeforeValidateHook } from 'payload'
import type { SourceKind } from '../../src/vocabulary'

/**
 * Keeps people who sign in to the admin from reading the server's files: file and folder sources are added on its command
 * line, which has no user, or under the directories named for it.
 */
export const refuseLocalPaths =
  (allowed: readonly string[]): CollectionBeforeValidateHook =>
  async ({ data, originalDoc, req }) => {
    if (!req.user || !data) return data
    const location = String(data['location'] ?? originalDoc?.location ?? '').trim()
    const kind = (data['kind'] ?? originalDoc?.kind) as SourceKind
    const moved = location !== originalDoc?.location || kind !== originalDoc?.kind
    if (!location || !moved || !isServerPath(kind, location)) return data
    const refusal = (message: string) =>
      new ValidationError({ collection: 'sources', errors: [{ path: 'location', message }], req }, req.t)
    const given = path.resolve(location)
    const within = path.isAbsolute(location) && allowed.some((directory) => isWithin(directory, given))
    if (!within)
      throw refusal(`${wanted(kind)}${WHERE}${allowed.length ? ` Here: ${allowed.join(', ')}.` : ''}`)
    // Where it leads, so that a link out of the directory does not lead out of it.
    const real = await realpath(given).catch(() => null)
    if (!real) throw refusal(`There is no file or folder at ${given}.`)
    const roots = await Promise.all(allowed.map((directory) => realpath(directory).catch(() => directory)))
    if (!roots.some((root) => isWithin(root, real))) throw refusal(WHERE)
    return { ...data, location: real }
  }

/** For kinds that are at an address: how one is written. Files have none. */
const wanted = (kind: SourceKind): string =>
  HOW[kind] ? `This is not an address. Write it whole: ${HOW[kind]}. ` : ''

const HOW: Partial<Record<SourceKind, string>> = {
  web: 'https://help.example.com/returns',
  sitemap: 'https://help.example.com/sitemap.xml',
  git: 'https://host/owner/repository.git',
  s3: 's3://bucket/prefix',
  confluence: 'https://site.atlassian.net/wiki/spaces/KEY',
  notion: 'https://www.notion.so/page, or the id of a page',
}

const WHERE =
  'Files and folders of the server are added on its command line: npm run -s vouch -- ingest PATH. In the browser only those under the directories that VOUCH_SOURCE_DIRS names can be added.'

const isWithin = (directory: string, file: string): boolean => {
  const below = path.relative(directory, file)
  return below !== '..' && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below)
}
