/** What a page of another site may read, told once a key was found that was made for it. */
const readable = new WeakMap<Request, Record<string, string>>()

/** Notes that this request’s key was made for the pages that sent it: they may read what comes back, errors too. */
export function letPageRead(request: Request, origins: readonly string[]): void {
  const origin = request.headers.get('origin')
  if (origin === null || !origins.includes(origin)) return
  readable.set(request, {
    'access-control-allow-origin': origin,
    'access-control-expose-headers':
      'ratelimit, ratelimit-policy, retry-after, vouch-signed-share, x-request-id',
    vary: 'Origin',
  })
}

/** Told before a key is looked up: that there is too much to do, or something broken. They tell of nobody. */
const SAID_TO_ALL = new Set([401, 503])

/** A response with what its page needs to read it. */
export function readableByPage(request: Request, response: Response): Response {
  const origin = request.headers.get('origin')
  if (origin && !readable.has(request) && SAID_TO_ALL.has(response.status)) letPageRead(request, [origin])
  for (const [name, value] of Object.entries(readable.get(request) ?? {})) response.headers.set(name, value)
  return response
}
