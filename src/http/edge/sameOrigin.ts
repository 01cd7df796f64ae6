/** What the check needs of a request. */
export interface Asking {
  method: string
  headers: Headers
  /** Where people reach this installation, and with which scheme. */
  publicUrl: string
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])
const SESSION_COOKIE = /(?:^|;\s*)payload-token=/

/**
 * Why a request is refused as forged: a page of another site, of another port or of a subdomain had the browser send it
 * with a person's session. Every browser names the origin of a write; so a write with a session cookie and no proof of its
 * origin is refused too. Scripts have no cookie: a bot sends its key, a person's script `Authorization: JWT …`.
 * @returns null for what may go on.
 */
export function forgedBecause({ method, headers, publicUrl }: Asking): string | null {
  if (SAFE.has(method.toUpperCase())) return null
  const withSession = SESSION_COOKIE.test(headers.get('cookie') ?? '')
  const origin = headers.get('origin')
  // A key is not sent by a browser on its own.
  if (!withSession && (origin === null || headers.has('authorization'))) return null
  if (origin !== null)
    return isOurs(origin, { headers, publicUrl })
      ? null
      : 'This was sent from a page of another site. Open the admin at its own address and try again.'
  return headers.get('sec-fetch-site') === 'same-origin'
    ? null
    : 'A write with a session cookie must say which page it comes from (Origin). A script signs in with “Authorization: JWT …” in place of the cookie.'
}

/** The public address, or the one that this request was sent to: no page can choose what a browser sends as Host. */
function isOurs(origin: string, { headers, publicUrl }: Omit<Asking, 'method'>): boolean {
  if (!URL.canParse(origin)) return false
  const given = new URL(origin)
  const ours = new URL(publicUrl)
  if (given.origin === ours.origin) return true
  // The same host without TLS is someone in between.
  if (given.protocol !== ours.protocol && ours.protocol === 'https:') return false
  return given.host === headers.get('host')
}
