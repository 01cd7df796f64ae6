import { Client, extractNotionId, type PageObjectResponse } from '@notionhq/client'
import { NotionToMarkdown } from 'notion-to-md'
import { LoadError } from '../../src/errors'
import { withTimeLimit } from '../../src/timeLimit'
import { notionProblem, pagesBelow } from './notionPages'
import type { Pace } from './pace'
import type { Connector, SourceItem } from './types'

export interface NotionSettings {
  pace: Pace
  /** Of the API, for tests. */
  baseUrl?: string
}

/** The id of the page that a location names: an address or an id. @throws {LoadError} when it names none. */
export function pageIdOf(location: string): string {
  const id = extractNotionId(location)
  if (!id) throw new LoadError('The location names no page of Notion. Give its address or its id.')
  return id
}

/**
 * A page or database of Notion with everything below it, as Markdown. `location`: its address or its id; it must be
 * shared with the integration whose token is given. A page's revision is the time of its last edit. Pictures and
 * attached files leave their captions: their addresses are signed, and expire within the hour.
 */
export const notionConnector = ({ pace, baseUrl }: NotionSettings): Connector =>
  async function* (location, { maxItems, maxBytes, credentials }, signal) {
    const id = pageIdOf(location)
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
        () =>
          withTimeLimit({ ms: TIMEOUT_MS, signals: [signal] }, async (limit) => {
            const answer = await fetch(url, { ...(init as RequestInit), signal: limit.signal })
            // Within the time: the client would wait for the body for ever.
            const body = await answer.arrayBuffer()
            const { status, statusText, headers } = answer
            return new Response(body.byteLength ? body : null, { status, statusText, headers })
          }),
        { host: 'api.notion.com', signal },
      ),
  })
}

const TIMEOUT_MS = 30_000

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
    ...restrictionOf(page, title),
    async fetch(signal) {
      const markdown = await toMarkdown(open(signal), page.id).catch((error: unknown) => {
        throw notionProblem(error, { id: page.id, signal })
      })
      const bytes = new TextEncoder().encode(`# ${title || 'Untitled'}\n\n${markdown}\n`)
      if (bytes.length > maxBytes)
        throw new LoadError(`The page "${title}" is larger than ${maxBytes} bytes, the most that is read.`)
      return bytes
    },
  }
}

/** A page that is not shared with the web is its workspace's alone. */
const restrictionOf = (
  page: PageObjectResponse,
  title: string,
): Pick<SourceItem, 'metadata' | 'reservations'> =>
  page.public_url === null
    ? {
        metadata: { audience: 'internal' },
        reservations: [{ kind: 'restricted', count: 1, example: title || page.id }],
      }
    : {}

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
