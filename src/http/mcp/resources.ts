import {
  ProtocolError,
  ProtocolErrorCode,
  ResourceTemplate,
  type McpServer,
} from '@modelcontextprotocol/server'
import { listApproved, readApproved } from '../../commands/documents/approvedDocuments'
import type { Audience } from '../../vocabulary'
import { afterCursor, pageOf, parseCursor } from '../cursor'
import { HttpProblem } from '../problem'
import { DOCUMENT_TEMPLATE, documentAt, uriOf } from './documents'
import type { Caller } from './caller'

const PAGE = 100
const MARKDOWN = 'text/markdown'

/** The texts in force that the bot may tell, listed page by page and read by their address. */
export function registerDocuments(server: McpServer, caller: Caller): void {
  const template = new ResourceTemplate(DOCUMENT_TEMPLATE, { list: undefined })
  const about = { title: 'Approved text', description: 'A signed text in force.', mimeType: MARKDOWN }
  server.registerResource('document', template, about, (uri, variables) =>
    readDocument(caller, uri, variables),
  )
  // The SDK's own list knows no pages.
  server.server.setRequestHandler('resources/list', ({ params }) => listDocuments(caller, params?.cursor))
}

async function readDocument({ deps, bot }: Caller, uri: URL, variables: unknown) {
  assertMayRead(bot.scopes)
  const address = documentAt(variables)
  const audiences = bot.audiences as Audience[]
  const found = address && (await readApproved(deps.payload, { ...address, audiences, at: Date.now() }))
  if (!found)
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no approved text at ${uri.href}.`)
  return { contents: [{ uri: uri.href, mimeType: MARKDOWN, text: found.text }] }
}

async function listDocuments({ deps, bot }: Caller, cursor: string | undefined) {
  assertMayRead(bot.scopes)
  const { documents, rows } = await listApproved(deps.payload, {
    audiences: bot.audiences as Audience[],
    at: Date.now(),
    where: afterCursor(cursor === undefined ? null : cursorOf(cursor)),
    limit: PAGE + 1,
  })
  const { data, nextCursor } = pageOf(rows, PAGE)
  const page = new Set(data.map(({ id }) => id))
  return {
    resources: documents
      .filter(({ releaseId }) => page.has(releaseId))
      .map(({ collection, id, title, version, locale }) => ({
        uri: uriOf(collection, id),
        name: `${collection}/${id}`,
        title,
        description: `Version ${version}, in ${locale}, signed and in force.`,
        mimeType: MARKDOWN,
      })),
    ...(nextCursor && { nextCursor }),
  }
}

function assertMayRead(scopes: readonly string[]): void {
  if (!scopes.includes('answer'))
    throw new ProtocolError(
      ProtocolErrorCode.InvalidRequest,
      'This key’s bot does not have the scope “answer”.',
    )
}

function cursorOf(cursor: string): ReturnType<typeof parseCursor> {
  try {
    return parseCursor(cursor)
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      error.problem.errors?.[0]?.detail ?? error.message,
    )
  }
}
