import {
  Client,
  extractNotionId,
  isFullDatabase,
  isFullPage,
  isHTTPResponseError,
  isNotionClientError,
  iterateAllDataSourceRows,
  iteratePaginatedAPI,
  type PageObjectResponse,
} from '@notionhq/client'
import { NotionToMarkdown } from 'notion-to-md'
import { LoadError, VouchError } from '../../src/errors'
import type { LoadFailure } from '../types'
import type { Pace } from './pace'
import type { Connector, SourceItem } from './types'

export interface NotionSettings {
  pace: Pace
  /** Of the API, for tests. */
  baseUrl?: string
}

/**
 * A page or database of Notion with everything below it, as Markdown. `location`: its address or its id; it must be
 * shared with the integration whose token is given. A page's revision is the time of its last edit. Pictures and
 * attached files leave their captions: their addresses are signed, and expire within the hour.
 */
export const notionConnector = ({ pace, baseUrl }: NotionSettings): Connector =>
  async function* (location, { maxItems, maxBytes, credentials }, signal) {
    const id = extractNotionId(location)
    if (!id) throw new LoadError('The location names no page of Notion. Give its address or its id.')
    if (!credentials.notion) throw new LoadError('Notion cannot be read without a token. Set NOTION_TOKEN.')
    const open = (signal: AbortSignal) =>
      openNotion({ pace, baseUrl, auth: credentials.notion?.token, signal })
    const notion = open(signal)
    let count = 0
    for await (const found of pagesBelow(notion, { id, signal })) {
      if ('error' in found) yield found
      else if (count++ < maxItems) yield toItem(found, { open, maxBytes })
      else {
        yield {
          file: location,
          error: `There are more than ${maxItems} pages; the rest is left out. Give a page further down.`,
        }
        return
      }
    }
  }

interface Opening extends NotionSettings {
  auth: string | undefined
  signal: AbortSignal
}

/** The client honours Retry-After by itself. */
function openNotion({ pace, baseUrl, auth, signal }: Opening): Client {
  return new Client({
    auth,
    ...(baseUrl && { baseUrl }),
    timeoutMs: TIMEOUT_MS,
    retry: { maxRetries: 3, maxRetryDelayMs: 30_000 },
    logger: () => {},
    fetch: (url, init) =>
      pace(
        () => {
          const limited = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])
          return fetch(url, { ...(init as RequestInit), signal: limited })
        },
        { host: 'api.notion.com', signal },
      ),
  })
}

const TIMEOUT_MS = 30_000

interface Walk {
  id: string
  signal: AbortSignal
}

/** Page by page, parents first, each once, however they refer to each other. */
async function* pagesBelow(
  notion: Client,
  { id, signal }: Walk,
): AsyncGenerator<PageObjectResponse | LoadFailure> {
  const queue: Reference[] = [{ id, database: null }]
  const seen = new Set<string>()
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (seen.has(next.id)) continue
    seen.add(next.id)
    try {
      const page = next.database ? null : await retrievePage(notion, next)
      if (page) {
        yield page
        for await (const child of childrenOf(notion, page.id)) queue.push(child)
      } else {
        for await (const row of rowsOf(notion, next.id)) {
          if (seen.has(row.id)) continue
          seen.add(row.id)
          yield row
          for await (const child of childrenOf(notion, row.id)) queue.push(child)
        }
      }
    } catch (error) {
      const problem = explain(error, { id: next.id, signal })
      if (seen.size === 1 || !(problem instanceof LoadError)) throw problem
      yield { file: next.id, error: problem.message }
    }
  }
}

/** `database` is null where only asking tells. */
interface Reference {
  id: string
  database: boolean | null
}

/** Null when the id is a database's. */
async function retrievePage(notion: Client, { id, database }: Reference): Promise<PageObjectResponse | null> {
  try {
    const page = await notion.pages.retrieve({ page_id: id })
    if (isFullPage(page)) return page
    throw new LoadError(`The page ${id} may not be read. Share it with the integration.`)
  } catch (error) {
    const elsewhere = isHTTPResponseError(error) && (error.status === 404 || error.status === 400)
    if (database === null && elsewhere) return null
    throw error
  }
}

async function* rowsOf(notion: Client, id: string): AsyncGenerator<PageObjectResponse> {
  const database = await notion.databases.retrieve({ database_id: id })
  for (const source of isFullDatabase(database) ? database.data_sources : []) {
    for await (const row of iterateAllDataSourceRows(notion, { data_source_id: source.id }))
      if (isFullPage(row) && !row.in_trash) yield row
  }
}

/** The pages and databases inside a page, also those in columns, toggles and lists. */
async function* childrenOf(notion: Client, id: string): AsyncGenerator<Reference> {
  for await (const block of iteratePaginatedAPI(notion.blocks.children.list, {
    block_id: id,
    page_size: 100,
  })) {
    if (!('type' in block)) continue
    if (block.type === 'child_page') yield { id: block.id, database: false }
    else if (block.type === 'child_database') yield { id: block.id, database: true }
    else if (block.has_children && block.type !== 'table') yield* childrenOf(notion, block.id)
  }
}

interface Reading {
  open: (signal: AbortSignal) => Client
  maxBytes: number
}

function toItem(page: PageObjectResponse, { open, maxBytes }: Reading): SourceItem {
  const title = titleOf(page)
  return {
    key: page.id,
    location: page.url,
    extension: '.md',
    revision: page.last_edited_time,
    ...(title && { title }),
    async fetch(signal) {
      const markdown = await toMarkdown(open(signal), page.id).catch((error: unknown) => {
        throw explain(error, { id: page.id, signal })
      })
      const bytes = new TextEncoder().encode(`# ${title || 'Untitled'}\n\n${markdown}\n`)
      if (bytes.length > maxBytes)
        throw new LoadError(`The page "${title}" is larger than ${maxBytes} bytes, the most that is read.`)
      return bytes
    },
  }
}

const titleOf = ({ properties }: PageObjectResponse) =>
  Object.values(properties)
    .flatMap((property) => (property.type === 'title' ? property.title : []))
    .map(({ plain_text }) => plain_text)
    .join('')
    .trim()

const FILES = ['image', 'video', 'file', 'pdf', 'audio'] as const

async function toMarkdown(notion: Client, id: string): Promise<string> {
  const converter = new NotionToMarkdown({ notionClient: notion, config: { parseChildPages: false } })
  converter.setCustomTransformer('child_database', () => Promise.resolve(''))
  for (const type of FILES)
    converter.setCustomTransformer(type, (block) => Promise.resolve(captionOf(block, type)))
  const { parent = '' } = converter.toMarkdownString(await converter.pageToMarkdown(id))
  return parent.trim()
}

function captionOf(block: object, type: (typeof FILES)[number]): string {
  const { caption = [] } =
    (block as Record<string, { caption?: { plain_text: string }[] } | undefined>)[type] ?? {}
  return caption.map(({ plain_text }) => plain_text).join('')
}

function explain(error: unknown, { id, signal }: Walk): unknown {
  if (signal.aborted) return signal.reason
  if (error instanceof VouchError) return error
  if (isHTTPResponseError(error)) {
    if (error.status === 401) return new LoadError('Notion does not accept the token. Check NOTION_TOKEN.')
    if (error.status === 403 || error.status === 404)
      return new LoadError(
        `Notion has no page ${id} that the integration may read. Share it with the integration.`,
      )
    return new LoadError(`Notion answered ${error.status} for the page ${id}. Try again later.`)
  }
  if (isNotionClientError(error))
    return new LoadError(`Notion did not answer in time for the page ${id}. Try again later.`)
  return new LoadError(
    `The page ${id} of Notion cannot be read (${error instanceof Error ? error.message : String(error)}).`,
  )
}
