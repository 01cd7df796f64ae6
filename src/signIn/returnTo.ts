/** Where people begin when they came from nowhere. */
export const START = '/admin'

const NOWHERE = 'http://vouch.invalid'

/**
 * Where somebody goes on after they signed in: a page of our own admin, whatever was asked for. Browsers read backslashes and
 * control characters in their own ways, so an address with one is none.
 */
export function returnTo(asked: string | null): string {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  if (!asked || asked.length > 2_000 || /[\\\u0000-\u0020\u007f]/.test(asked)) return START
  if (!asked.startsWith('/') || asked.startsWith('//') || !URL.canParse(asked, NOWHERE)) return START
  const { origin, pathname, search, hash } = new URL(asked, NOWHERE)
  const isAdmin = pathname === START || pathname.startsWith(`${START}/`)
  const isSignIn = /^\/admin\/(?:login|logout|create-first-user)(?:\/|$)/.test(pathname)
  return origin === NOWHERE && isAdmin && !isSignIn ? `${pathname}${search}${hash}` : START
}
