import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** A file found, a folder that could not be opened, or what is passed over. `key` is the path below the root, with forward slashes. */
export type Found =
  | { path: string; key: string; bytes: number }
  | { path: string; key: string; error: string }
  /** Passed over on purpose. */
  | { path: string; key: string; passedOver: 'symbolic_links' | 'hidden_files' }

/**
 * The files below a folder, in the same order on every machine. Hidden files, `node_modules` and symbolic links are
 * passed over: a link could lead out of the folder or round in a circle.
 */
export async function* walk(folder: string, prefix = ''): AsyncGenerator<Found> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    yield { path: folder, key: prefix, error: `The folder cannot be opened (${reasonOf(error)}).` }
    return
  }
  for (const name of names.sort()) {
    const path = join(folder, name)
    const key = prefix ? `${prefix}/${name}` : name
    if (name === '.git' || name === '.DS_Store' || name === 'node_modules') continue
    if (name.startsWith('.')) yield { path, key, passedOver: 'hidden_files' }
    else yield* visit(path, key)
  }
}

async function* visit(path: string, key: string): AsyncGenerator<Found> {
  try {
    const stat = await lstat(path)
    if (stat.isFile()) yield { path, key, bytes: stat.size }
    else if (stat.isDirectory()) yield* walk(path, key)
    else if (stat.isSymbolicLink()) yield { path, key, passedOver: 'symbolic_links' }
  } catch (error) {
    yield { path, key, error: `The file cannot be opened (${reasonOf(error)}).` }
  }
}

export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
