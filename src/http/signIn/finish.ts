import { generatePayloadCookie } from 'payload/shared'
import { recordRefusal } from '../../commands/signIn/recordRefusal'
import { signInByProvider, type SignedIn } from '../../commands/signIn/signInByProvider'
import { takeState } from '../../commands/signIn/takeState'
import type { Deps } from '../../deps'
import type { ProvidedIdentity } from '../../governance/signIn'
import { ProviderError } from '../../signIn/failures'
import type { Pending } from '../../signIn/pending'
import type { SignInProvider } from '../../signIn/provider'
import { START } from '../../signIn/returnTo'
import type { SignInProblem } from '../../signIn/words'
import { authenticateUser } from '../authenticate'
import { HttpProblem } from '../problem'
import { problemOf, route } from '../route'
import { countAttempt, forgetAttempt } from './attempts'
import { pendingCookie, readPendingCookie } from './pendingCookie'
import { toLogin, toOwnSignIn, toPage } from './redirects'

/** GET /sign-in/callback: somebody comes back from the provider. Whatever is wrong is told on a page, in words. */
export const finishSignIn = route(async ({ request, deps, requestId }) => {
  const { env, provider } = deps
  if (!provider) return toLogin(env, { problem: 'not_configured', to: START })
  if (!(await countAttempt(request))) return toLogin(env, { problem: 'too_many', to: START })
  const pending = await readPending(deps, request)
  if (!pending) return toLogin(env, { problem: 'not_begun', to: START })
  const came = await comeBack({ ...deps, provider }, { request, pending, requestId })
  if ('token' in came) {
    await forgetAttempt(request)
    return toPage(`${env.publicUrl}${pending.to}`, [
      sessionCookie(deps, came.token),
      pendingCookie('', env.publicUrl),
    ])
  }
  await recordRefusal(deps.payload, {
    because: came.problem,
    email: came.email ?? null,
    provider: provider.settings.name,
  })
  return pending.connect && came.problem !== 'other_person'
    ? toOwnSignIn(env, came)
    : toLogin(env, { problem: came.problem, to: pending.to })
})

type Came = { token: string } | { problem: SignInProblem; email?: string | null }

async function comeBack(
  deps: Deps & { provider: SignInProvider },
  { request, pending, requestId }: { request: Request; pending: Pending; requestId: string },
): Promise<Came> {
  let provided: ProvidedIdentity | undefined
  try {
    const callback = new URL(`${deps.env.publicUrl}/sign-in/callback${new URL(request.url).search}`)
    provided = await deps.provider.finish(callback, pending)
    if (pending.connect && !(await isStill(deps, request, pending.connect)))
      return { problem: 'other_person', email: provided.email }
    const { rolesByGroup, domains } = deps.provider.settings
    const result: SignedIn = await signInByProvider(
      { payload: deps.payload, rules: { rolesByGroup, domains } },
      { provided, connecting: pending.connect },
    )
    return result.ok ? result : { problem: result.because, email: provided.email }
  } catch (error) {
    if (error instanceof ProviderError) {
      deps.payload.logger.warn(`Signing in through the provider: ${error.failure}. ${error.message}`)
      return { problem: error.failure }
    }
    // Written to the log under the request’s id.
    problemOf(error, requestId)
    return { problem: 'went_wrong', email: provided?.email ?? null }
  }
}

/** What this browser began, where the state says that this is its end, and that for the first time. */
async function readPending({ payload, pendingSeal, env }: Deps, request: Request): Promise<Pending | null> {
  const sealed = readPendingCookie(request, env.publicUrl)
  const pending = sealed ? await pendingSeal.open(sealed) : null
  if (!pending || new URL(request.url).searchParams.get('state') !== pending.state) return null
  return (await takeState(payload, { state: pending.state, at: pending.iat * 1000 })) ? pending : null
}

async function isStill({ payload }: Deps, request: Request, id: string): Promise<boolean> {
  try {
    return (await authenticateUser(payload, request)).id === id
  } catch (error) {
    if (error instanceof HttpProblem) return false
    throw error
  }
}

function sessionCookie({ payload }: Deps, token: string): string {
  return generatePayloadCookie({
    collectionAuthConfig: payload.collections.users.config.auth,
    cookiePrefix: payload.config.cookiePrefix,
    token,
  }) as string
}
