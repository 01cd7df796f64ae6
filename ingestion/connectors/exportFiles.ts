import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { LoadError } from '../../src/errors'
import { escapeHtml } from '../loaders/xml'
import type { Audience } from '../../src/vocabulary'
import type { Omission } from '../omissions'
import type { ParseLimits } from '../parseLimits'
import type { LoadFailure } from '../types'
import { walk } from '../walk'
import { serverPath } from './serverPath'
import type { Connector, ConnectorSettings, SourceItem } from './types'

/** One article in one language, as an export of a help centre has it. */
export interface Article {
  id: string
  title: string
  /** HTML. */
  body: string
  url: string | undefined
  locale: string | undefined
  updatedAt: string | undefined
  /** Who may see it, where the export restricts it. */
  audience?: Audience | undefined
  /** A restriction that narrows it, and is told. */
  reservations?: Omission[]
}

/** What an entry of an export holds: its published articles, and what of it is left out (a draft). */
export interface ReadEntry {
  articles: Article[]
  leftOut?: Omission[]
}

/** Reads one entry of an export, or says in a sentence what is wrong with it. */
export type ReadArticles = (entry: unknown, beside: unknown) => ReadEntry | string

/** A whole export; the items in it are limited one by one. */
const MAX_EXPORT_BYTES = 500 * 1024 * 1024

/**
 * The articles in an export on disk: a file of JSON (a list, or an object with the list under one of `lists`) or JSON
 * Lines, or a folder of such files. An article's revision is the hash of what it says.
 */
export const exportConnector = ({
  lists,
  readArticles,
}: {
  lists: string[]
  readArticles: ReadArticles
}): Connector =>
  async function* (location, { maxBytes, maxItems, sandbox, sourceDirs }, signal) {
    const root = await serverPath(location, { sourceDirs })
    const seen = new Set<string>()
    for await (const entry of entriesIn(root, { lists, sandbox, signal })) {
      if ('error' in entry) {
        yield entry
        continue
      }
      const read = readArticles(entry.value, entry.beside)
      if (typeof read === 'string') {
        yield { file: entry.file, error: `Entry ${entry.number}: ${read}` }
        continue
      }
      const { articles, leftOut = [] } = read
      if (leftOut.length > 0) yield { file: entry.file, omissions: leftOut }
      for (const article of articles) {
        if (seen.size === maxItems) {
          yield {
            file: location,
            error: `The export has more than ${maxItems} articles; the rest is left out. Split it.`,
          }
          return
        }
        const item = toItem(article, { file: entry.file, maxBytes })
        if (seen.has(item.key))
          yield { file: entry.file, error: `Article ${item.key} is there twice; the first is taken.` }
        else {
          seen.add(item.key)
          yield item
        }
      }
    }
  }

/** `beside`: what else its file holds, which may say what its ids mean. */
type Entry = { file: string; number: number; value: unknown; beside: unknown }

/** An export is one file for a whole help centre. */
const EXPORT_LIMITS: ParseLimits = {
  maxMilliseconds: 300_000,
  maxMegabytes: 3_000,
  maxText: MAX_EXPORT_BYTES,
  maxItems: 1_000_000,
}

interface Listing {
  lists: string[]
  sandbox: ConnectorSettings['sandbox']
  signal: AbortSignal
}

async function* entriesIn(
  root: string,
  { lists, sandbox, signal }: Listing,
): AsyncGenerator<Entry | LoadFailure> {
  const found = await stat(root).catch(() => null)
  if (!found) throw new LoadError(`There is no export at ${root}.`)
  const one = { path: root, key: basename(root), bytes: found.size }
  for await (const file of found.isDirectory() ? walk(root) : [one]) {
    signal.throwIfAborted()
    if (found.isDirectory() && !/\.(json|jsonl|ndjson)$/i.test(file.key)) continue
    if ('passedOver' in file) continue
    try {
      if ('error' in file) throw new LoadError(file.error)
      if (file.bytes > MAX_EXPORT_BYTES) throw new LoadError('The export is larger than 500 MB. Split it.')
      const lines = /^\.(jsonl|ndjson)$/i.test(extname(file.key))
      const values = sandbox.run(
        'export',
        { path: file.path, lists, lines },
        { bytes: NOTHING, limits: EXPORT_LIMITS, signal },
      )
      let number = 0
      let beside: unknown = null
      for await (const part of values)
        if ('beside' in part) beside = part.beside
        else yield { file: file.key, number: ++number, value: part.value, beside }
    } catch (error) {
      if (!(error instanceof LoadError) || !found.isDirectory()) throw error
      yield { file: file.key, error: error.message }
    }
  }
}

/** The child reads the file by itself. */
const NOTHING = new Uint8Array(0)

function toItem(article: Article, { file, maxBytes }: { file: string; maxBytes: number }): SourceItem {
  const { id, title, body, url, locale, updatedAt, audience, reservations } = article
  const key = locale ? `${id}/${locale}` : id
  const html = new TextEncoder().encode(
    `<html${locale ? ` lang="${escapeHtml(locale)}"` : ''}><head><title>${escapeHtml(title)}</title></head><body><h1>${escapeHtml(title)}</h1>${body}</body></html>`,
  )
  return {
    key,
    location: url ?? `${file}#${key}`,
    extension: '.html',
    bytes: html.length,
    ...(url && URL.canParse(url) && { base: url }),
    // Who may see it is part of it: a restriction that is new must be taken.
    revision: `${updatedAt ?? ''} ${createHash('sha256')
      .update(html)
      .update(audience ?? '')
      .digest('hex')}`.trim(),
    title,
    metadata: { ...(locale && { locale }), ...(audience && { audience }) },
    ...(reservations && { reservations }),
    async fetch() {
      if (html.length > maxBytes)
        throw new LoadError(`Article ${key} is larger than ${maxBytes} bytes, the most that is read.`)
      return html
    },
  }
}
