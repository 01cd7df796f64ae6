import { PENDING_SECONDS } from '../../signIn/pending'

/**
 * Kept by the browser alone, for our own server alone. With TLS its name forbids that a subdomain sets it, and so sends
 * somebody on with a sign-in that another person began.
 */
const nameOf = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-vouch-sign-in' : 'vouch-sign-in'

export function pendingCookie(sealed: string, publicUrl: string): string {
  return [
    `${nameOf(publicUrl)}=${sealed}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${sealed ? PENDING_SECONDS : 0}`,
    ...(publicUrl.startsWith('https:') ? ['Secure'] : []),
  ].join('; ')
}

export function readPendingCookie(request: Request, publicUrl: string): string | null {
  const name = `${nameOf(publicUrl)}=`
  const found = (request.headers.get('cookie') ?? '')
    .split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(name))
  return found?.slice(name.length) ?? null
}
