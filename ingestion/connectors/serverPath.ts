import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { LoadError } from '../../src/errors'

/** Schemes; a single letter before a colon is a drive. */
const SCHEME = /^[a-z][a-z\d+.-]+:/i

/**
 * The absolute path that a location of a file, a folder or an export names. A location below one of `sourceDirs`, where
 * people may add sources in the browser, must really lie in one when it is read: a link put there later leads nowhere.
 * @throws {LoadError} for an address, and for a link out of those directories.
 */
export async function serverPath(
  location: string,
  { sourceDirs = [] }: { sourceDirs?: readonly string[] },
): Promise<string> {
  if (SCHEME.test(location))
    throw new LoadError(
      `“${location.slice(0, 200)}” is an address, not a path. Give the path of the file or folder on the server.`,
    )
  const given = path.resolve(location)
  if (!sourceDirs.some((directory) => isWithin(directory, given))) return given
  const real = await realpath(given).catch(() => null)
  const roots = await Promise.all(sourceDirs.map((directory) => realpath(directory).catch(() => directory)))
  if (real && !roots.some((root) => isWithin(root, real)))
    throw new LoadError(
      `${given} is a link out of the directories that VOUCH_SOURCE_DIRS names. Put the files themselves there.`,
    )
  return given
}

function isWithin(directory: string, file: string): boolean {
  const below = path.relative(directory, file)
  return below !== '..' && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below)
}
