import {
  type Client,
  isFullDatabase,
  isFullPage,
  isHTTPResponseError,
  isNotionClientError,
  iterateAllDataSourceRows,
  iteratePaginatedAPI,
  type PageObjectResponse,
} from '@notionhq/client'
import { LoadError, VouchError } from '../../src/errors'
import type { LoadFailure } from '../types'

export interface NotionWalk {
  id: string
  signal: AbortSignal
}

/**
 * A page and the pages below it, or the rows of a database and theirs: parents first, each once, however they refer to
 * each other. What is not shared is a failure, and the rest goes on.
 * @throws {LoadError} when the first cannot be read.
 */
export async function* pagesBelow(
  notion: Client,
  { id, signal }: NotionWalk,
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
      const problem = notionProblem(error, { id: next.id, signal })
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

/** What went wrong with Notion as a sentence, without the token; the reason of `signal` when it was told to stop. */
export function notionProblem(error: unknown, { id, signal }: NotionWalk): unknown {
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
