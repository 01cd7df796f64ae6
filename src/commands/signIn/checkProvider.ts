import type { Payload } from 'payload'
import type { DependencyState } from '../../dependencyState'
import { ProviderError } from '../../signIn/failures'
import type { SignInProvider } from '../../signIn/provider'
import { localAdmins } from './localAdmins'

/** Asks the provider to describe itself; null where people sign in with passwords alone. Never throws. */
export async function checkProvider(provider: SignInProvider | null): Promise<DependencyState | null> {
  if (!provider) return null
  try {
    return { state: 'ok', detail: await provider.check() }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return {
      state: error.failure === 'down' ? 'down' : 'degraded',
      detail: `${provider.settings.name} (${provider.settings.issuer}) ${
        error.failure === 'down' ? 'cannot be reached' : 'is not what OIDC_ISSUER says'
      }: ${error.message}`,
    }
  }
}

/** What there is to say to whoever runs the server about getting in. */
export async function signInAdvice(
  payload: Payload,
  { provider, state }: { provider: SignInProvider | null; state: DependencyState | null },
): Promise<string[]> {
  if (!provider || !state) return []
  const admins = await localAdmins(payload)
  return [
    ...(state.state === 'ok' ? [] : [`${state.detail}. People with a password get in meanwhile.`]),
    ...(admins.length
      ? []
      : [
          'No admin has a password: nobody gets in while the provider is down. Add one: npm run -s vouch -- user add',
        ]),
    ...(provider.settings.domains.length
      ? []
      : ['OIDC_EMAIL_DOMAINS is not set: no account from before is connected by its address.']),
  ]
}
