import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import { LoadError, VouchError } from '../src/errors'
import { LOADERS } from './loaders/registry'
import type { LoadFailure, Loader, SourceDocument } from './types'
import { type Found, reasonOf, walk } from './walk'

export interface LoadLimits {
  /** A larger file is refused unread. */
  maxBytes: number
  /** A file that takes longer to parse is given up. */
  maxMilliseconds: number
}

export const DEFAULT_LIMITS: LoadLimits = { maxBytes: 50 * 1024 * 1024, maxMilliseconds: 60_000 }

/** What became of one file. `key` is its path below what was asked for, with forward slashes. */
export type LoadedFile =
  /** Parsed, or refused: then there are no documents and `failures` says why. `sha256` is null when it was not read. */
  | {
      outcome: 'read'
      key: string
      sha256: string | null
      documents: SourceDocument[]
      failures: LoadFailure[]
    }
  | { outcome: 'unchanged'; key: string; sha256: string }
  /** Of a format that no loader reads. `extension` is '' for a name without one. */
  | { outcome: 'skipped'; key: string; extension: string }

/**
 * Reads a file or a folder into documents, one file after the other, in a fixed order. A file that cannot be read
 * yields its failure and the rest go on. `isUnchanged` is asked with the hash (hex) of the bytes before they are parsed.
 * Throws a LoadError only when the path itself does not exist.
 */
export async function* loadPath({
  path,
  limits = DEFAULT_LIMITS,
  isUnchanged = () => false,
}: LoadOptions): AsyncGenerator<LoadedFile> {
  for await (const found of filesOf(path)) yield await loadFile({ found, limits, isUnchanged })
}

export interface LoadOptions {
  path: string
  limits?: LoadLimits
  isUnchanged?: (key: string, sha256: string) => boolean | Promise<boolean>
}

async function* filesOf(path: string): AsyncGenerator<Found> {
  const root = resolve(path)
  const found = await stat(root).catch(() => null)
  if (!found) throw new LoadError(`There is no file or folder at ${root}.`)
  if (found.isDirectory()) yield* walk(root)
  else yield { path: root, key: basename(root), bytes: found.size }
}

async function loadFile({
  found,
  limits,
  isUnchanged,
}: Required<Omit<LoadOptions, 'path'>> & { found: Found }): Promise<LoadedFile> {
  const { key } = found
  const refused = (error: string, sha256: string | null = null): LoadedFile => {
    return { outcome: 'read', key, sha256, documents: [], failures: [{ file: key, error }] }
  }
  if ('error' in found) return refused(found.error)
  const extension = extname(key).toLowerCase()
  const load = LOADERS.get(extension)
  if (!load) return { outcome: 'skipped', key, extension }
  if (found.bytes > limits.maxBytes) return refused(tooLarge(found.bytes, limits.maxBytes))
  if (found.bytes === 0) return refused('The file is empty.')
  let sha256: string | null = null
  try {
    const bytes = await readFile(found.path)
    sha256 = createHash('sha256').update(bytes).digest('hex')
    if (await isUnchanged(key, sha256)) return { outcome: 'unchanged', key, sha256 }
    const file = { path: found.path, key, bytes }
    const parsed = await withinTime((signal) => parse(load, file, signal), limits.maxMilliseconds)
    return { outcome: 'read', key, sha256, ...parsed }
  } catch (error) {
    return refused(
      error instanceof VouchError ? error.message : `The file cannot be read (${reasonOf(error)}).`,
      sha256,
    )
  }
}

async function parse(load: Loader, file: Parameters<Loader>[0], signal: AbortSignal) {
  const documents: SourceDocument[] = []
  const failures: LoadFailure[] = []
  for await (const loaded of load(file, signal)) {
    if ('error' in loaded) failures.push(loaded)
    else if (/[\p{L}\p{N}]/u.test(loaded.markdown)) documents.push(loaded)
    else failures.push({ file: file.key, error: withoutText(loaded) })
  }
  return { documents, failures }
}

const withoutText = ({ title, line }: SourceDocument) =>
  `${line > 1 ? `Line ${line}: the` : 'The'} document "${title}" has a title but no text.`

/** Gives work up when its time is over, and tells it to stop. A parser that never awaits is told only afterwards. */
async function withinTime<T>(work: (signal: AbortSignal) => Promise<T>, milliseconds: number): Promise<T> {
  const abort = new AbortController()
  const seconds = milliseconds / 1000
  const reason = new LoadError(
    `Reading the file took longer than ${seconds} s and was given up. Split it, or convert it to Markdown.`,
  )
  const timer = setTimeout(() => abort.abort(reason), milliseconds)
  const aborted = new Promise<never>((_, reject) =>
    abort.signal.addEventListener('abort', () => reject(reason)),
  )
  try {
    return await Promise.race([work(abort.signal), aborted])
  } finally {
    clearTimeout(timer)
  }
}

const tooLarge = (bytes: number, max: number) =>
  `The file has ${megabytes(bytes)} MB; at most ${megabytes(max)} MB are read. Split it into smaller files.`

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(bytes < 10_485_760 ? 2 : 0)
