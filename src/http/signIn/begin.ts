import { authenticateUser } from '../authenticate'
import { HttpProblem, notFound } from '../problem'
import { route } from '../route'
import type { Deps } from '../../deps'
import { ProviderError } from '../../signIn/failures'
import { returnTo } from '../../signIn/returnTo'
import { problemWords } from '../../signIn/words'
import { pendingCookie } from './pendingCookie'
import { toLogin, toPage } from './redirects'

/** GET /sign-in?to=/admin/…: sends the browser to the provider. */
export const beginSignIn = route(async ({ request, deps }) => {
  const { env } = deps
  const to = returnTo(new URL(request.url).searchParams.get('to'))
  if (!deps.provider) return toLogin(env, { problem: 'not_configured', to })
  try {
    const { url, cookie } = await leave(deps, { to, connect: null })
    return toPage(url.href, [cookie])
  } catch (error) {
    return toLogin(env, { problem: logged(deps, error), to })
  }
})

/**
 * POST /sign-in/connect: where to send the browser of a signed-in person who connects their account. A form of another site
 * cannot send it (sameOrigin.ts).
 */
export const beginConnecting = route(async ({ request, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  if (!deps.provider) throw notFound('Nobody can sign in through a provider here: none is set up.')
  try {
    const { url, cookie } = await leave(deps, { to: '/admin/sign-in', connect: user.id })
    return Response.json({ url: url.href }, { headers: { 'set-cookie': cookie } })
  } catch (error) {
    const detail = problemWords(logged(deps, error), deps.provider.settings.name) ?? ''
    throw new HttpProblem({ status: 503, title: 'The provider cannot be asked', detail })
  }
})

async function leave(
  { provider, pendingSeal, env }: Deps,
  { to, connect }: { to: string; connect: string | null },
): Promise<{ url: URL; cookie: string }> {
  if (!provider) throw new ProviderError('misconfigured', 'No provider is configured.')
  const { url, attempt } = await provider.begin()
  return { url, cookie: pendingCookie(await pendingSeal.seal({ ...attempt, to, connect }), env.publicUrl) }
}

function logged({ payload }: Deps, error: unknown): ProviderError['failure'] {
  if (!(error instanceof ProviderError)) throw error
  payload.logger.warn(`Signing in through the provider: ${error.failure}. ${error.message}`)
  return error.failure
}
