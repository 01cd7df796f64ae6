import type { components } from './contract.js'
import { VouchError, type Problem } from './errors.js'
import { eventsOf } from './events.js'
import { send, type Connection } from './send.js'

type Schemas = components['schemas']

/** One of four outcomes; `outcome` tells which. */
export type Answer = Schemas['AnswerResponse']
export type Answered = Schemas['Answered']
export type Citation = Schemas['Citation']
export type Sentence = Answered['sentences'][number]
export type Receipt = Schemas['Receipt']
export type Replay = Schemas['Replay']
export type Gap = Schemas['Gap']
type Sent = Schemas['AnswerRequest']
/** What is asked; only the question is needed. */
export type Question = Pick<Sent, 'question'> & Partial<Omit<Sent, 'question'>>

/** What is said of one call. */
export interface CallOptions {
  signal?: AbortSignal
  /** By which a question that is sent twice is answered once. The client makes one for its own tries. */
  idempotencyKey?: string
}

/** What a stream yields: sentences as they come, then the whole answer. */
export type StreamEvent = { type: 'sentence'; sentence: Sentence } | { type: 'done'; answer: Answer }

export interface Vouch {
  /** Asks a question. A refusal is an outcome, and no error. @throws {VouchError} */
  answer(question: Question, options?: CallOptions): Promise<Answer>
  /** The same as events; “done” holds everything. @throws {VouchError} */
  stream(question: Question, options?: CallOptions): AsyncGenerator<StreamEvent>
  /** The stored record of an answer. @throws {VouchError} */
  receipt(id: string, options?: CallOptions): Promise<Receipt>
  /** An answer's evidence found again, and what would be answered today. @throws {VouchError} */
  replay(id: string, options?: CallOptions): Promise<Replay>
  /** What could not be answered, page by page. @throws {VouchError} */
  gaps(page?: { limit?: number; cursor?: string }, options?: CallOptions): Promise<Schemas['GapList']>
}

/** A client of one bot. @param settings `apiKey`: the bot's key, made on its page in the admin. */
export function createVouch(
  settings: Pick<Connection, 'baseUrl' | 'apiKey'> & Partial<Omit<Connection, 'baseUrl' | 'apiKey'>>,
): Vouch {
  const connection: Connection = {
    fetch: globalThis.fetch,
    retries: 2,
    longestWaitMs: 30_000,
    timeoutMs: 60_000,
    ...settings,
    baseUrl: settings.baseUrl.replace(/\/+$/, ''),
  }
  const read = async <T>(path: string, { signal }: CallOptions, method: 'GET' | 'POST' = 'GET'): Promise<T> =>
    (await send(connection, { method, path, signal })).json() as Promise<T>
  const ask = (question: Question, accept: string, { signal, idempotencyKey }: CallOptions) =>
    send(connection, {
      method: 'POST',
      path: '/answer',
      body: question,
      headers: { accept, 'idempotency-key': idempotencyKey ?? crypto.randomUUID() },
      signal,
    })
  return {
    answer: async (question, options = {}) =>
      (await ask(question, 'application/json', options)).json() as Promise<Answer>,
    stream: async function* (question, options = {}) {
      yield* answerEvents(await ask(question, 'text/event-stream', options))
    },
    receipt: (id, options = {}) => read(`/receipts/${encodeURIComponent(id)}`, options),
    replay: (id, options = {}) => read(`/receipts/${encodeURIComponent(id)}/replay`, options, 'POST'),
    gaps: ({ limit, cursor } = {}, options = {}) => {
      const query = new URLSearchParams({
        ...(limit !== undefined && { limit: String(limit) }),
        ...(cursor !== undefined && { cursor }),
      })
      return read(`/gaps?${query}`, options)
    },
  }
}

async function* answerEvents({ body }: Response): AsyncGenerator<StreamEvent> {
  if (body)
    for await (const { event, data } of eventsOf(body)) {
      if (event === 'sentence') yield { type: 'sentence', sentence: JSON.parse(data) as Sentence }
      if (event === 'error') throw broken(JSON.parse(data) as Problem)
      if (event !== 'done') continue
      yield { type: 'done', answer: JSON.parse(data) as Answer }
      return
    }
  throw new VouchError('The stream ended before the answer was whole.', null, null)
}

const broken = (problem: Problem): VouchError => new VouchError(problem.detail, problem, null)
