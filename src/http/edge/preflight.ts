/** Where pages of other sites ask with a key. Cookies are never allowed there. */
const FACES = /^\/(?:api\/v1|v1|mcp)(?:\/|$)/

/**
 * What a browser is told that asks first whether a page of another site may send something. Anything may be sent with a key;
 * what comes back may be read only where the key was made for that site, which its answer says.
 * @returns null for what is no such question.
 */
export function preflight(request: { method: string; headers: Headers }, pathname: string): Response | null {
  const origin = request.headers.get('origin')
  const asks = request.method === 'OPTIONS' && request.headers.has('access-control-request-method')
  if (!asks || !origin || !FACES.test(pathname)) return null
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers':
        'authorization, content-type, accept, idempotency-key, x-request-id, mcp-protocol-version, mcp-method, mcp-name',
      'access-control-max-age': '600',
      vary: 'Origin',
    },
  })
}
