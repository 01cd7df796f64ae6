import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { LoadError } from '../../src/errors'
import { escapeHtml } from '../loaders/xml'
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
}

/** Reads one entry of an export: its published articles (none for a draft), or a sentence about what is wrong with it. */
export type ReadArticles = (entry: unknown) => Article[] | string

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
      const articles = readArticles(entry.value)
      if (typeof articles === 'string') {
        yield { file: entry.file, error: `Entry ${entry.number}: ${articles}` }
        continue
      }
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

type Entry = { file: string; number: number; value: unknown }

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
      for await (const value of values) yield { file: file.key, number: ++number, value }
    } catch (error) {
      if (!(error instanceof LoadError) || !found.isDirectory()) throw error
      yield { file: file.key, error: error.message }
    }
  }
}

/** The child reads the file by itself. */
const NOTHING = new Uint8Array(0)

function toItem(article: Article, { file, maxBytes }: { file: string; maxBytes: number }): SourceItem {
  const { id, title, body, url, locale, updatedAt } = article
  const key = locale ? `${id}/${locale}` : id
  const html = new TextEncoder().encode(
    `<html${locale ? ` lang="${escapeHtml(locale)}"` : ''}><head><title>${escapeHtml(title)}</title></head><body><h1>${escapeHtml(title)}</h1>${body}</body></html>`,
  )
  return {
    key,
    location: url ?? `${file}#${key}`,
    extension: '.html',
    bytes: html.length,
    revision: `${updatedAt ?? ''} ${createHash('sha256').update(html).digest('hex')}`.trim(),
    title,
    metadata: { ...(locale && { locale }) },
    async fetch() {
      if (html.length > maxBytes)
        throw new LoadError(`Article ${key} is larger than ${maxBytes} bytes, the most that is read.`)
      return html
    },
  }
}
