import { readFileSync } from 'node:fs'
import * as oidc from 'openid-client'
import type { ProvidedIdentity } from '../governance/signIn'
import { failureOf, ProviderError, type ProviderFailure } from './failures'
import { needsUserInfo, readIdentity } from './readIdentity'
import type { OidcSettings } from './settings'

/** What is kept between leaving for the provider and coming back; nobody else may know it. */
export interface Attempt {
  state: string
  nonce: string
  codeVerifier: string
}

/** A company’s own sign-in (OpenID Connect, authorization code with PKCE). Every method throws `ProviderError`. */
export interface SignInProvider {
  settings: OidcSettings
  /** Where to send the browser, and what to keep meanwhile. */
  begin: () => Promise<{ url: URL; attempt: Attempt }>
  /** Who came back. @param callback the address that the provider sent the browser to, with all it carries. */
  finish: (callback: URL, attempt: Attempt) => Promise<ProvidedIdentity>
  /** Reads the provider’s own description anew, to see that it can be reached and is who it is said to be. */
  check: () => Promise<string>
}

/** Providers change their keys and addresses seldom, and say so beforehand. */
const KNOWN_FOR_MS = 60 * 60_000
/** Somebody is waiting. */
const TIMEOUT_SECONDS = 5

/** @param redirectUri where the provider sends people back to; it must be registered there. */
export function createSignInProvider(settings: OidcSettings, redirectUri: string): SignInProvider {
  const discover = remembered(() => discoverAnew(settings))
  return {
    settings,
    begin: () =>
      told('misconfigured', async () => {
        const config = await discover()
        const attempt = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          codeVerifier: oidc.randomPKCECodeVerifier(),
        }
        const url = oidc.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: settings.scopes,
          state: attempt.state,
          nonce: attempt.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(attempt.codeVerifier),
          code_challenge_method: 'S256',
        })
        return { url, attempt }
      }),
    finish: (callback, attempt) =>
      told('not_proved', async () => finish(await discover(), { settings, callback, attempt })),
    check: () =>
      told('misconfigured', async () => {
        const { authorization_endpoint: there } = (await discoverAnew(settings)).serverMetadata()
        return `${settings.issuer} signs people in at ${there}`
      }),
  }
}

async function finish(
  config: oidc.Configuration,
  { settings, callback, attempt }: { settings: OidcSettings; callback: URL; attempt: Attempt },
): Promise<ProvidedIdentity> {
  const tokens = await oidc.authorizationCodeGrant(config, callback, {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.codeVerifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  // A provider of many companies fills in who it is by the token; only the one that was configured is meant.
  if (!claims || claims.iss !== config.serverMetadata().issuer)
    throw new ProviderError('not_proved', 'The ID token is of another issuer than OIDC_ISSUER.')
  const more =
    needsUserInfo(claims, settings) && config.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
      : {}
  return readIdentity({ ...more, ...claims }, settings)
}

async function discoverAnew(settings: OidcSettings): Promise<oidc.Configuration> {
  const secret = readSecret(settings.secret)
  const insecure = settings.issuer.startsWith('http:')
  return oidc.discovery(
    new URL(settings.issuer),
    settings.clientId,
    {},
    // Sent in the body where that is taken: headers carry it escaped, which servers read differently.
    (as, client, body, headers) =>
      (as.token_endpoint_auth_methods_supported?.includes('client_secret_post')
        ? oidc.ClientSecretPost
        : oidc.ClientSecretBasic)(secret)(as, client, body, headers),
    {
      timeout: TIMEOUT_SECONDS,
      // The signature of each ID token is checked, not only the connection that it came over.
      execute: [oidc.enableNonRepudiationChecks, ...(insecure ? [oidc.allowInsecureRequests] : [])],
    },
  )
}

function readSecret(secret: OidcSettings['secret']): string {
  if ('value' in secret) return secret.value
  try {
    const value = readFileSync(secret.file, 'utf8').trim()
    if (value) return value
  } catch {
    // Said below.
  }
  throw new ProviderError(
    'misconfigured',
    `OIDC_CLIENT_SECRET_FILE (${secret.file}) cannot be read, or is empty.`,
  )
}

async function told<T>(otherwise: ProviderFailure, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw failureOf(error, otherwise)
  }
}

/** Asks once for all who ask at the same time, and again after an hour or a failure. */
function remembered(read: () => Promise<oidc.Configuration>): () => Promise<oidc.Configuration> {
  let known: { at: number; value: Promise<oidc.Configuration> } | undefined
  return () => {
    if (!known || Date.now() - known.at > KNOWN_FOR_MS) {
      const value = read()
      const asked = { at: Date.now(), value }
      known = asked
      value.catch(() => {
        if (known === asked) known = undefined
      })
    }
    return known.value
  }
}
