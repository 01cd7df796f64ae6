import type { Problem } from '../problem'

const CODES: Record<number, number> = { 400: -32_600, 413: -32_600, 415: -32_600 }
const MALFORMED = -32_700
const REFUSED = -32_000

/** A problem as JSON-RPC tells it: all that is refused at /mcp, wherever it is noticed. */
export function refuseMcp({ status, title, detail, headers }: Problem, requestId: string): Response {
  const code = title === 'Malformed JSON' ? MALFORMED : (CODES[status] ?? REFUSED)
  return Response.json(
    { jsonrpc: '2.0', id: null, error: { code, message: detail, data: { status, requestId } } },
    { status, headers: { 'x-request-id': requestId, 'cache-control': 'no-store', ...headers } },
  )
}
