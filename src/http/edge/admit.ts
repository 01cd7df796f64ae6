import { bodyLimitOf } from './bodyLimits'
import { refuseAddress } from './paths'
import { forgedBecause } from './sameOrigin'
import type { Problem } from '../problem'
import { tooLarge } from '../readBody'

/**
 * What is known of a request before a byte of its body is read, a key looked up or a session opened.
 * @returns why it is refused, or null.
 */
export function refusalAtTheEdge(
  request: { method: string; headers: Headers; url: string },
  { publicUrl }: { publicUrl: string },
): Problem | null {
  const { pathname } = new URL(request.url)
  const nowhere = refuseAddress({ method: request.method, pathname })
  if (nowhere) return nowhere
  const limit = bodyLimitOf(pathname)
  if (Number(request.headers.get('content-length') ?? 0) > limit) return tooLarge(limit).problem
  const forged = forgedBecause({ method: request.method, headers: request.headers, publicUrl })
  return forged === null ? null : { status: 403, title: 'Sent from another site', detail: forged }
}
