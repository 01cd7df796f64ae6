import { createMcpHandler } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { authenticateBot } from '../authenticate'
import { HttpProblem } from '../problem'
import { readJson } from '../readJson'
import { route } from '../route'
import { METADATA_PATH } from './metadata'
import { refuseMcp } from './refuse'
import { createServer } from './server'

/** A message, or several of one client that is older. Their contents are the protocol's to check. */
const MessagesSchema = z.union([z.looseObject({}), z.array(z.looseObject({})).max(20)])

/**
 * POST /mcp: the Model Context Protocol, the revision of 2026-07-28 and those before it. Each request stands alone: there is
 * no session, so that any process can answer it and no message comes out of order.
 */
export const handleMcp = route(async ({ request, requestId, deps }) => {
  const { bot, rateLimitHeaders } = await authenticateBot(deps.payload, request, null).catch(
    (error: unknown) => {
      throw withMetadata(error, deps.env.publicUrl)
    },
  )
  const parsedBody = request.method === 'POST' ? (await readJson(request, MessagesSchema)).value : undefined
  const caller = { deps, bot, requestId, signal: request.signal }
  const handler = createMcpHandler(() => createServer(caller), {
    onerror: (error) =>
      deps.payload.logger.debug({ msg: 'An MCP request was refused', requestId, err: error }),
  })
  const response = await handler.fetch(request, parsedBody === undefined ? {} : { parsedBody })
  for (const [name, value] of Object.entries(rateLimitHeaders)) response.headers.set(name, value)
  return response
}, refuseMcp)

/** A client without a key is told where it says what keys this takes. */
function withMetadata(error: unknown, publicUrl: string): unknown {
  if (!(error instanceof HttpProblem) || error.problem.status !== 401) return error
  const challenge = `Bearer resource_metadata="${publicUrl}${METADATA_PATH}"`
  return new HttpProblem({ ...error.problem, headers: { 'www-authenticate': challenge } })
}
