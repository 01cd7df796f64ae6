import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** A file found, or a folder that could not be opened. `key` is the path below the root, with forward slashes. */
export type Found =
  { path: string; key: string; bytes: number } | { path: string; key: string; error: string }

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
    if (name.startsWith('.') || name === 'node_modules') continue
    yield* visit(join(folder, name), prefix ? `${prefix}/${name}` : name)
  }
}

async function* visit(path: string, key: string): AsyncGenerator<Found> {
  try {
    const stat = await lstat(path)
    if (stat.isFile()) yield { path, key, bytes: stat.size }
    else if (stat.isDirectory()) yield* walk(path, key)
  } catch (error) {
    yield { path, key, error: `The file cannot be opened (${reasonOf(error)}).` }
  }
}

export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
