import { request } from 'node:http'
import { Readable } from 'node:stream'
import { PASSWORD, PEOPLE } from './people'
import type { House } from './theHouse'

export interface Told {
  status: number
  ms: number
  text: string
  headers: Headers
}

export interface Attacking {
  /** Any request, timed. */
  send: (path: string, init?: RequestInit) => Promise<Told>
  /** A question, as the house's bot. */
  ask: (question?: string, headers?: Record<string, string>) => Promise<Told>
  /** The session cookie of a person who signed in. */
  cookieOf: (person: keyof typeof PEOPLE) => Promise<string>
  /** A person's token, as a script sends it. */
  tokenOf: (person: keyof typeof PEOPLE) => Promise<string>
  /** A body of so many bytes that does not say how long it is. @returns the status; 0 when the connection was closed. */
  pour: (
    path: string,
    bytes: number,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; ms: number }>
  /** Asks all the while `act` runs. @returns the slowest answer, and what was not answered. */
  whileAsking: (act: () => Promise<void>) => Promise<{ slowest: number; asked: number; failed: number[] }>
}

/** What an attacker has: the network, and what they were given by mistake. */
export function attacking(vouch: () => House): Attacking {
  const send: Attacking['send'] = async (path, init = {}) => {
    const start = performance.now()
    const response = await fetch(`${vouch().base}${path}`, { redirect: 'manual', ...init })
    const text = await response.text()
    return { status: response.status, ms: performance.now() - start, text, headers: response.headers }
  }
  const ask: Attacking['ask'] = (question = 'Within how many days can I return goods?', headers = {}) =>
    send('/api/v1/answer', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${vouch().house.key}`,
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify({ question }),
    })
  const signIn = (person: keyof typeof PEOPLE) =>
    send('/api/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: PEOPLE[person].email, password: PASSWORD }),
    })
  return {
    send,
    ask,
    cookieOf: async (person) => (await signIn(person)).headers.get('set-cookie')?.split(';')[0] ?? '',
    tokenOf: async (person) => (JSON.parse((await signIn(person)).text) as { token: string }).token,
    pour: (path, bytes, headers = {}) => pour(`${vouch().base}${path}`, bytes, headers),
    whileAsking: async (act) => {
      const over = new AbortController()
      const told: Told[] = []
      const asking = (async () => {
        while (!over.signal.aborted) told.push(await ask())
      })()
      await act()
      over.abort()
      await asking
      return {
        slowest: Math.max(...told.map(({ ms }) => ms)),
        asked: told.length,
        failed: told.map(({ status }) => status).filter((status) => status !== 200),
      }
    },
  }
}

const PIECE = 64 * 1024

function pour(url: string, bytes: number, headers: Record<string, string>) {
  const start = performance.now()
  return new Promise<{ status: number; ms: number }>((resolve) => {
    const done = (status: number) => resolve({ status, ms: performance.now() - start })
    const sent = request(url, { method: 'POST', headers }, (response) => {
      response.resume()
      done(response.statusCode ?? 0)
    })
    sent.on('error', () => done(0))
    let left = bytes
    new Readable({
      read() {
        left -= PIECE
        this.push(left < 0 ? null : Buffer.alloc(PIECE, 32))
      },
    }).pipe(sent)
  })
}
