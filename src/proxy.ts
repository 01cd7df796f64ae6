import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { getEnv } from './env'
import { refusalAtTheEdge } from './http/edge/admit'
import { MCP_PATH, OPENAI_BASE } from './http/edge/paths'
import { preflight } from './http/edge/preflight'
import { securityHeaders } from './http/edge/securityHeaders'
import { refuseMcp } from './http/mcp/refuse'
import { openAiErrorResponse } from './http/openai/errors'
import { problemResponse } from './http/problem'
import { requestIdOf } from './http/requestId'

/**
 * Next calls this before every page and route: too much and what was forged is refused unread, and every response gets
 * its headers. The nonce reaches Next through the request, and Next puts it on its own scripts.
 */
export function proxy(request: NextRequest): Response {
  const { publicUrl } = getEnv()
  const nonce = randomBytes(16).toString('base64')
  const headers = securityHeaders({
    nonce,
    https: publicUrl.startsWith('https:'),
    pathname: request.nextUrl.pathname,
    dev: process.env.NODE_ENV !== 'production',
  })
  const refused = refusalAtTheEdge(request, { publicUrl })
  if (refused) {
    const refuse = refusalOf(request.nextUrl.pathname)
    return refuse({ ...refused, headers: { ...headers, ...refused.headers } }, requestIdOf(request))
  }
  const asksFirst = preflight(request, request.nextUrl.pathname)
  if (asksFirst) return asksFirst
  const passedOn = new Headers(request.headers)
  passedOn.set('content-security-policy', headers['content-security-policy'] ?? '')
  const response = NextResponse.next({ request: { headers: passedOn } })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

/** How errors are told at an address: each face has its own shape. */
function refusalOf(pathname: string) {
  if (pathname.startsWith(`${OPENAI_BASE}/`)) return openAiErrorResponse
  return pathname === MCP_PATH ? refuseMcp : problemResponse
}

/** Everything but files that are the same for everyone. */
export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg).*)'] }
