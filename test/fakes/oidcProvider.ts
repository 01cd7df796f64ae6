import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  decodeJwt,
  type CryptoKey,
  type JWTPayload,
} from 'jose'
import { Provider, type Configuration } from 'oidc-provider'

/** Somebody of the company. */
export interface Colleague {
  sub: string
  email?: string
  email_verified?: boolean
  name?: string
  groups?: string[]
}

export interface FakeOidcProvider {
  issuer: string
  /** Who sits before the browser; null: they press “cancel”. */
  person: Colleague | null
  /** Changes what an ID token says before it is signed with the provider’s own key, or how it is signed. */
  forge: ((claims: JWTPayload) => Forged) | null
  /** Every answer is 503. */
  broken: boolean
  stop: () => Promise<void>
  start: () => Promise<void>
}

export interface Forged {
  claims: JWTPayload
  sign?: 'none' | 'stranger' | 'with the secret'
}

const SECRET = 'a secret of forty characters, or about so'
export const CLIENT = { id: 'vouch', secret: SECRET }

/** A real OpenID provider (oidc-provider) on a free port of this machine, whose people sign in without a form. */
export async function startOidcProvider(redirectUri: string): Promise<FakeOidcProvider> {
  const server = createServer()
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const keys = await generateKeyPair('RS256', { extractable: true })
  const fake: FakeOidcProvider = {
    issuer,
    person: null,
    forge: null,
    broken: false,
    start: () => listen(port),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const jwk = { ...(await exportJWK(keys.privateKey)), alg: 'RS256', use: 'sig', kid: 'one' }
  const provider = new Provider(issuer, configuration(fake, { redirectUri, jwk }))
  const answer = provider.callback()
  server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    if (fake.broken) return void res.writeHead(503).end()
    if (req.url?.startsWith('/interaction/')) return void interact(provider, fake, { req, res })
    if (req.url?.startsWith('/token') && fake.forge) forgeTokens(fake.forge, { res, key: keys.privateKey })
    return void answer(req, res)
  })
  return fake
}

const configuration = (
  fake: FakeOidcProvider,
  { redirectUri, jwk }: { redirectUri: string; jwk: object },
): Configuration => ({
  clients: [{ client_id: CLIENT.id, client_secret: SECRET, redirect_uris: [redirectUri] }],
  jwks: { keys: [jwk as never] },
  cookies: { keys: ['a key of the test'] },
  scopes: ['openid', 'email', 'profile', 'groups'],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
  features: { devInteractions: { enabled: false } },
  ttl: { Session: 60, Grant: 60, Interaction: 60, AccessToken: 60, AuthorizationCode: 60, IdToken: 60 },
  pkce: { required: () => true },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...fake.person, sub }) }),
  loadExistingGrant: async (ctx) => {
    const { client, session, provider } = ctx.oidc
    const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
    grant.addOIDCScope('openid email profile groups')
    await grant.save()
    return grant
  },
})

async function interact(
  provider: Provider,
  fake: FakeOidcProvider,
  { req, res }: { req: IncomingMessage; res: ServerResponse },
): Promise<void> {
  await provider.interactionFinished(
    req,
    res,
    fake.person
      ? { login: { accountId: fake.person.sub } }
      : { error: 'access_denied', error_description: 'They pressed “cancel”' },
  )
}

/** Puts another ID token into the answer that the provider is about to give. */
function forgeTokens(
  forge: NonNullable<FakeOidcProvider['forge']>,
  { res, key }: { res: ServerResponse; key: CryptoKey },
): void {
  const end = res.end.bind(res)
  res.end = ((body: unknown) => {
    void (async () => {
      const tokens = JSON.parse(String(body)) as { id_token?: string }
      if (!tokens.id_token) return end(String(body))
      const forged = JSON.stringify({
        ...tokens,
        id_token: await sign(forge(decodeJwt(tokens.id_token)), key),
      })
      res.setHeader('content-length', Buffer.byteLength(forged))
      return end(forged)
    })()
    return res
  }) as typeof res.end
}

async function sign({ claims, sign: how }: Forged, key: CryptoKey): Promise<string> {
  if (how === 'none') return new UnsecuredJWT(claims).encode()
  if (how === 'with the secret')
    return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(SECRET))
  const signer = how === 'stranger' ? (await generateKeyPair('RS256')).privateKey : key
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(signer)
}
