import { createHash } from 'node:crypto'
import { LoadError, ParserKilled, VouchError } from '../src/errors'
import { raceTimeLimit } from '../src/timeLimit'
import type { SourceItem } from './connectors/types'
import type { Audience } from '../src/vocabulary'
import { type Omission, type OmissionNotice, Omissions } from './omissions'
import { MB, PARSE_LIMITS, type ParseLimits } from './parseLimits'
import type { LoadFailure, Loader, SourceDocument } from './types'
import { narrowerAudience } from './restriction'
import { reasonOf } from './walk'

export interface LoadLimits extends ParseLimits {
  /** A larger item is refused, unread where the source tells its size before. */
  maxBytes: number
  /** An item that takes longer to arrive is given up. */
  maxFetchMilliseconds: number
}

export const DEFAULT_LIMITS: LoadLimits = {
  maxBytes: 50 * MB,
  maxFetchMilliseconds: 60_000,
  ...PARSE_LIMITS,
}

/** What is known of an item from the last time that it was read; `sha256` in hex. */
export interface KnownRevision {
  revision: string | null
  sha256: string | null
}

/** Where an item is and when it was asked for; ISO 8601. `key` and `location` as in SourceItem. */
interface Fetched {
  key: string
  location: string
  extension: string
  revision: string | null
  fetchedAt: string
}

/** What became of one item. */
export type LoadedFile =
  /** Parsed, or refused: then there are no documents and `failures` says why. `sha256` is null when it was not read. */
  | (Fetched & {
      outcome: 'read'
      sha256: string | null
      documents: SourceDocument[]
      failures: LoadFailure[]
      /** What was left out of it, its documents' own included. */
      omissions: Omission[]
    })
  | (Fetched & { outcome: 'unchanged'; sha256: string | null })
  /** Of a format that no loader reads. `extension` is '' for a name without one. */
  | { outcome: 'skipped'; key: string; extension: string }
  /** A part of the source that could not be listed: what is in it is not known. */
  | { outcome: 'unlisted'; key: string; failure: LoadFailure }
  /** What the source left out of its list on purpose: drafts, links that are not followed. The list is complete. */
  | { outcome: 'left_out'; key: string; omissions: Omission[] }

export interface LoadOptions {
  items: AsyncIterable<SourceItem | LoadFailure | OmissionNotice>
  /** What reads a file, by its extension. */
  loaders: ReadonlyMap<string, Loader>
  limits?: LoadLimits
  /** What is known of an item: one with this revision is not fetched, one with this hash not parsed. */
  known?: (key: string) => KnownRevision | undefined
  /** Ends the work between two items, and the fetching of one. */
  signal?: AbortSignal
}

/**
 * Reads what a connector lists, one item after the other, in its order. An item that cannot be read yields its failure and
 * the rest go on.
 * @throws whatever the listing throws, and the signal's reason when it aborts.
 */
export async function* loadItems({
  items,
  loaders,
  limits = DEFAULT_LIMITS,
  known = () => undefined,
  signal = new AbortController().signal,
}: LoadOptions): AsyncGenerator<LoadedFile> {
  const keys = new Set<string>()
  for await (const item of items) {
    signal.throwIfAborted()
    if ('omissions' in item) yield { outcome: 'left_out', key: item.file, omissions: item.omissions }
    else if ('error' in item) yield { outcome: 'unlisted', key: item.file, failure: item }
    // Two things of one name would take turns in one document.
    else if (keys.has(item.key)) yield { outcome: 'unlisted', key: item.key, failure: listedTwice(item) }
    else {
      keys.add(item.key)
      yield await loadItem(item, { loaders, limits, known: known(item.key), signal })
      signal.throwIfAborted()
    }
  }
}

const listedTwice = ({ key, location }: SourceItem): LoadFailure => ({
  file: key,
  error: `The source lists two things called ${key}; the second, at ${location}, was left out.`,
})

interface LoadContext {
  loaders: ReadonlyMap<string, Loader>
  limits: LoadLimits
  known: KnownRevision | undefined
  signal: AbortSignal
}

async function loadItem(
  item: SourceItem,
  { loaders, limits, known, signal }: LoadContext,
): Promise<LoadedFile> {
  const { key, location, extension } = item
  const loader = loaders.get(extension)
  if (!loader) return { outcome: 'skipped', key, extension }
  const revision = item.revision ?? null
  const fetched = { key, location, extension, revision, fetchedAt: new Date().toISOString() }
  if (revision !== null && known?.sha256 && known.revision === revision)
    return { outcome: 'unchanged', ...fetched, sha256: known.sha256 }
  let sha256: string | null = null
  try {
    const bytes = await fetchItem(item, limits, signal)
    sha256 = createHash('sha256').update(bytes).digest('hex')
    if (known?.sha256 === sha256) return { outcome: 'unchanged', ...fetched, sha256 }
    const parsed = await parse(loader, { path: location, key, bytes, base: item.base }, { signal, limits })
    const documents = parsed.documents.map((document) =>
      describedBy(item, document, parsed.documents.length === 1),
    )
    const omissions = new Omissions()
    omissions.addAll(parsed.omissions)
    if (documents.length > 0) omissions.addAll(item.reservations)
    return { outcome: 'read', ...fetched, sha256, ...parsed, documents, omissions: omissions.list() }
  } catch (error) {
    signal.throwIfAborted()
    const failures = [failureOf(key, error)]
    return { outcome: 'read', ...fetched, sha256, documents: [], failures, omissions: [] }
  }
}

/** Why an item was not read. One that killed its parser says so, for it is not tried again by itself. */
function failureOf(file: string, error: unknown): LoadFailure {
  if (error instanceof ParserKilled) return { file, error: error.message, setAside: error.cause }
  return {
    file,
    error: error instanceof VouchError ? error.message : `The file cannot be read (${reasonOf(error)}).`,
  }
}

async function fetchItem(item: SourceItem, limits: LoadLimits, signal: AbortSignal): Promise<Uint8Array> {
  if (item.bytes !== undefined) refuseSize(item.bytes, limits.maxBytes)
  const reason = new LoadError(
    `Fetching it took longer than ${limits.maxFetchMilliseconds / 1000} s and was given up. See whether the place where it lives answers.`,
  )
  const bytes = await raceTimeLimit({ ms: limits.maxFetchMilliseconds, signals: [signal], reason }, (limit) =>
    item.fetch(limit.signal),
  )
  refuseSize(bytes.byteLength, limits.maxBytes)
  return bytes
}

/** What the source knows of an item wins; its title names the item, not each of many rows in it. */
const describedBy = (
  { title, metadata }: SourceItem,
  document: SourceDocument,
  only: boolean,
): SourceDocument => ({
  ...document,
  ...(title && only && { title }),
  metadata: {
    ...document.metadata,
    ...metadata,
    ...narrowest(document.metadata.audience, metadata?.audience),
  },
})

/** Neither may widen what the other says. */
const narrowest = (own: Audience | undefined, known: Audience | undefined) =>
  own && known ? { audience: narrowerAudience(own, known) } : {}

async function parse(
  load: Loader,
  file: Parameters<Loader>[0],
  { signal, limits }: { signal: AbortSignal; limits: LoadLimits },
) {
  const documents: SourceDocument[] = []
  const failures: LoadFailure[] = []
  const omissions = new Omissions()
  for await (const loaded of load(file, signal, limits)) {
    if ('error' in loaded) failures.push(loaded)
    else {
      omissions.addAll(loaded.omissions)
      if (!('markdown' in loaded)) continue
      if (/[\p{L}\p{N}]/u.test(loaded.markdown)) documents.push(loaded)
      else failures.push({ file: file.key, error: withoutText(loaded) })
    }
  }
  return { documents, failures, omissions: omissions.list() }
}

const withoutText = ({ title, line }: SourceDocument) =>
  `${line > 1 ? `Line ${line}: the` : 'The'} document "${title}" has a title but no text.`

const refuseSize = (bytes: number, max: number): void => {
  if (bytes === 0) throw new LoadError('The file is empty.')
  if (bytes > max)
    throw new LoadError(
      `The file has ${megabytes(bytes)} MB; at most ${megabytes(max)} MB are read. Split it into smaller files.`,
    )
}

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(bytes < 10_485_760 ? 2 : 0)
