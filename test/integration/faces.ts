import { beforeAll } from 'vitest'
import type { Transition } from '../../src/governance/types'
import type { GovernedCollection } from '../../src/vocabulary'
import type { Installation } from './installation'

type Handler<Params> = (request: Request, o: { params: Promise<Params> }) => Promise<Response>

/** What came back. */
export interface Reply {
  status: number
  body: Record<string, unknown>
}

export interface Faces {
  /** Payload's REST API, as a person who signs in for it once; null for a stranger. */
  rest: (
    name: string | null,
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ) => Promise<Reply>
  /** Our transitions API; `token` instead of a name sends that token. */
  move: (
    who: string | { authorization: string },
    transition: Transition,
    on: { id: string },
    o?: { collection?: GovernedCollection; expectedVersion?: number } & Record<string, unknown>,
  ) => Promise<Reply>
  /** A new sign-in. */
  token: (name: string) => Promise<string>
}

/** The faces that the world has: HTTP handlers as Next calls them, with real sign-ins. */
export const useFaces = (vouch: Installation): Faces => {
  const rest = {} as Record<string, Handler<{ slug: string[] }>>
  let transitions: Handler<{ collection: string; id: string }>

  beforeAll(async () => {
    // Not at the top: these read the settings when they are loaded.
    Object.assign(rest, await import('../../src/app/(payload)/api/[...slug]/route'))
    ;({ POST: transitions } =
      await import('../../src/app/api/v1/documents/[collection]/[id]/transitions/route'))
  })

  const token = async (name: string): Promise<string> => {
    const data = { email: `${name}@example.com`, password: 'correct horse battery' }
    return (await vouch.payload.login({ collection: 'users', data })).token ?? ''
  }
  const signedIn = new Map<string, Promise<string>>()
  const session = (name: string): Promise<string> => {
    const known = signedIn.get(name) ?? token(name)
    signedIn.set(name, known)
    return known
  }
  const requestOf = (url: string, authorization: string, method: string, body?: unknown): Request =>
    new Request(`http://vouch.test/api/${url}`, {
      method,
      headers: { ...(authorization && { authorization }), 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const replyOf = async (response: Response): Promise<Reply> => ({
    status: response.status,
    body: JSON.parse((await response.text()) || '{}') as Record<string, unknown>,
  })

  return {
    token,
    rest: async (name, method, path, body) => {
      const request = requestOf(path, name === null ? '' : `JWT ${await session(name)}`, method, body)
      const slug = new URL(request.url).pathname.split('/').slice(2)
      const handle = rest[method]
      if (!handle) throw new Error(`REST has no ${method}.`)
      return replyOf(await handle(request, { params: Promise.resolve({ slug }) }))
    },
    move: async (who, transition, on, { collection = 'policies', ...o } = {}) => {
      const { version } = await vouch.payload.findByID({ collection, id: on.id, depth: 0 })
      const authorization = typeof who === 'string' ? `JWT ${await session(who)}` : who.authorization
      const path = `v1/documents/${collection}/${on.id}/transitions`
      const request = requestOf(path, authorization, 'POST', { transition, expectedVersion: version, ...o })
      return replyOf(await transitions(request, { params: Promise.resolve({ collection, id: on.id }) }))
    },
  }
}
