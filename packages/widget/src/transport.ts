import type { components } from '../../client/src/contract'
import { shownAnswer, type ShownAnswer } from './answer'
import type { ChatProblem, Desk, Reply, Thumb } from './conversation'

/** What is asked, with what was said before. */
export interface Asked {
  question: string
  conversationId: string
  messages: { role: 'user' | 'assistant'; content: string }[]
  idempotencyKey: string
}

export type Asking = { ok: true; answer: ShownAnswer } | { ok: false; problem: ChatProblem }
/** `refused`: this bot takes none. */
export type Judging = 'kept' | 'refused' | 'failed'

/** What colleagues wrote since; `isOver`: there is nothing to look at, and never will be. */
export type Looked =
  | { ok: true; state: Desk['state']; by: string | null; replies: Reply[] }
  | { ok: false; isOver: boolean; retryAfterSeconds: number | null }

/** Where questions go: the API of bots, or the admin's way to try a bot. */
export interface Transport {
  ask: (asked: Asked) => Promise<Asking>
  /** None where nothing is recorded that one could have an opinion of. */
  judge?: (o: { conversationId: string; receiptId: string; thumb: Thumb }) => Promise<Judging>
  /** None where nobody is called to a hand-over. */
  look?: (o: { conversationId: string; handover: string; after: number }) => Promise<Looked>
}

/** What a page says of itself. */
export interface PageSettings {
  /** Where Vouch is, such as https://vouch.example.com. */
  server: string
  key: string
  locale: string | null
  channel: string
  customer: string | null
}

/** Longer than the server takes for an answer, or to say that it cannot. */
const PATIENCE_MS = 30_000

/** Asks the API of bots with a key that was made for this site. Cookies are never sent. */
export function apiTransport(
  { server, key, locale, channel, customer }: PageSettings,
  fetching: typeof fetch,
): Transport {
  const call = (path: string, init: RequestInit): Promise<Response> =>
    fetching(`${server}/api/v1${path}`, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...init,
      headers: { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) },
    })
  const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
    call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  return {
    ask: async ({ idempotencyKey, ...asked }) => {
      const about = { channel, ...(locale && { locale }), ...(customer && { customer }) }
      try {
        const response = await post('/answer', { ...asked, ...about }, { 'idempotency-key': idempotencyKey })
        const body: unknown = await response.json().catch(() => null)
        if (response.ok && body) return { ok: true, answer: shownAnswer(body as never) }
        return { ok: false, problem: problemOf(response, body) }
      } catch {
        return { ok: false, problem: UNREACHED }
      }
    },
    judge: ({ conversationId, receiptId, thumb }) =>
      post(`/conversations/${encodeURIComponent(conversationId)}/feedback`, {
        thumbs: thumb,
        receiptId,
      }).then(
        ({ ok, status }) => (ok ? 'kept' : status === 403 ? 'refused' : 'failed'),
        () => 'failed',
      ),
    look: async ({ conversationId, handover, after }) => {
      const query = new URLSearchParams({ handover, after: String(after) })
      try {
        const response = await call(
          `/conversations/${encodeURIComponent(conversationId)}/replies?${query}`,
          {},
        )
        if (response.ok) return { ok: true, ...((await response.json()) as Replies) }
        const { retryAfterSeconds } = problemOf(response, null)
        return { ok: false, isOver: [401, 403, 404].includes(response.status), retryAfterSeconds }
      } catch {
        return { ok: false, isOver: false, retryAfterSeconds: null }
      }
    },
  }
}

type Replies = components['schemas']['Replies']

/** Nothing came back. */
export const UNREACHED: ChatProblem = { kind: 'unreached', retryAfterSeconds: null, message: null }

/** What a refusal of the server means to a customer. */
export function problemOf(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  body: unknown,
): ChatProblem {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  const { message } = (body ?? {}) as { message?: unknown }
  return {
    kind: kindOf(status),
    retryAfterSeconds: seconds >= 0 ? Math.ceil(seconds) : null,
    message: typeof message === 'string' && message ? message : null,
  }
}

function kindOf(status: number): ChatProblem['kind'] {
  if (status === 429) return 'too_many'
  if (status === 401 || status === 403) return 'not_set_up'
  return status >= 400 && status < 500 ? 'not_accepted' : 'unavailable'
}
