import type { SignInProblem } from '../../signIn/words'
import { pendingCookie } from './pendingCookie'

/** Where people reach this installation. */
interface At {
  publicUrl: string
}

/** Sends the browser on, and lets nothing on the way keep where. */
export function toPage(location: string, cookies: readonly string[] = []): Response {
  const response = new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}

/** Back to the sign-in page, which tells the problem in words; the sign-in that was begun is over. */
export function toLogin(
  { publicUrl }: At,
  { problem, to }: { problem: SignInProblem; to: string },
): Response {
  const query = new URLSearchParams({ problem, ...(to !== '/admin' && { redirect: to }) })
  return toPage(`${publicUrl}/admin/login?${query}`, [pendingCookie('', publicUrl)])
}

/** The same for a signed-in person. */
export function toOwnSignIn({ publicUrl }: At, { problem }: { problem: SignInProblem }): Response {
  return toPage(`${publicUrl}/admin/sign-in?${new URLSearchParams({ problem })}`, [
    pendingCookie('', publicUrl),
  ])
}
