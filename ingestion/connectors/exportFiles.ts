import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { LoadError } from '../../src/errors'
import { decodeText } from '../loaders/decode'
import { escapeHtml } from '../loaders/xml'
import type { LoadFailure } from '../types'
import { walk } from '../walk'
import { serverPath } from './serverPath'
import type { Connector, SourceItem } from './types'

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
  async function* (location, { maxBytes, maxItems, sourceDirs }, signal) {
    const root = await serverPath(location, { sourceDirs })
    const seen = new Set<string>()
    for await (const entry of entriesIn(root, { lists, signal })) {
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

async function* entriesIn(
  root: string,
  { lists, signal }: { lists: string[]; signal: AbortSignal },
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
      const values = parseExport(decodeText(await readFile(file.path)), {
        lists,
        lines: /^\.(jsonl|ndjson)$/i.test(extname(file.key)),
      })
      for (const [i, value] of values.entries()) yield { file: file.key, number: i + 1, value }
    } catch (error) {
      if (!(error instanceof LoadError) || !found.isDirectory()) throw error
      yield { file: file.key, error: error.message }
    }
  }
}

function parseExport(text: string, { lists, lines }: { lists: string[]; lines: boolean }): unknown[] {
  if (lines)
    return text
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => parseJson(line) ?? line)
  const parsed = parseJson(text)
  if (parsed === undefined) throw new LoadError('The export is not valid JSON. Export it again.')
  if (Array.isArray(parsed)) return parsed
  const list = lists.map((name) => (parsed as Record<string, unknown> | null)?.[name]).find(Array.isArray)
  if (!list)
    throw new LoadError(
      `The export has no list of articles under ${lists.map((name) => `"${name}"`).join(' or ')}.`,
    )
  return list as unknown[]
}

/** Undefined when it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

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
