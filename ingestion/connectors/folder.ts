import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { LoadError } from '../../src/errors'
import { Omissions } from '../omissions'
import { type Found, reasonOf, walk } from '../walk'
import { serverPath } from './serverPath'
import type { Connector, SourceItem } from './types'

/**
 * A file, or the files below a folder (see walk). The location is a path. There is no revision: what a file system tells
 * of a change can be wrong, and reading is cheap.
 */
export const listFolder: Connector = async function* (location, { maxItems, sourceDirs }) {
  const root = await serverPath(location, { sourceDirs })
  const found = await stat(root).catch(() => null)
  if (!found) throw new LoadError(`There is no file or folder at ${root}.`)
  if (!found.isDirectory()) {
    yield itemOf({ path: root, key: basename(root), bytes: found.size })
    return
  }
  let items = 0
  const left = new Omissions()
  for await (const file of walk(root)) {
    if ('error' in file) yield { file: file.key, error: file.error }
    else if ('passedOver' in file) left.add(file.passedOver, file.key)
    else if (++items > maxItems) {
      yield { file: file.key, error: `The folder has more than ${maxItems} files. Add its parts one by one.` }
      return
    } else yield itemOf(file)
  }
  const omissions = left.list()
  if (omissions.length > 0) yield { file: location, omissions }
}

const itemOf = ({ path, key, bytes }: Extract<Found, { bytes: number }>): SourceItem => ({
  key,
  location: path,
  extension: extname(key).toLowerCase(),
  bytes,
  fetch: async (signal) => {
    try {
      return await readFile(path, { signal })
    } catch (error) {
      throw new LoadError(`The file cannot be read (${reasonOf(error)}).`)
    }
  },
})
