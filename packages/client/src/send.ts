import { VouchError, type Problem } from './errors.js'
import { retryAfterOf, withRetries, type RetrySettings } from './retry.js'

/** Where and how requests are sent. */
export interface Connection extends RetrySettings {
  baseUrl: string
  apiKey: string
  fetch: typeof globalThis.fetch
  /** How long one try may take until its answer begins, in ms. */
  timeoutMs: number
}

/** One request, as it is sent at each try. */
export interface Outgoing {
  method: 'GET' | 'POST'
  path: string
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
}

/** Sends a request, again where that may help. @throws {VouchError} when it was refused or reached nobody. */
export const send = (connection: Connection, request: Outgoing): Promise<Response> =>
  withRetries(connection, () => tryOnce(connection, request), request.signal)

async function tryOnce(
  { baseUrl, apiKey, fetch, timeoutMs }: Connection,
  { method, path, body, headers, signal }: Outgoing,
): Promise<Response> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new Error(`No answer within ${timeoutMs} ms.`)), timeoutMs)
  try {
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
    })
    if (!response.ok) throw await refusalOf(response)
    return response
  } catch (error) {
    if (error instanceof VouchError) throw error
    signal?.throwIfAborted()
    throw new VouchError(
      `Vouch at ${baseUrl} did not answer: ${String((error as Error).message)}`,
      null,
      null,
      {
        cause: error,
      },
    )
  } finally {
    clearTimeout(timer)
  }
}

async function refusalOf(response: Response): Promise<VouchError> {
  const { status, headers } = response
  const told = (await response.json().catch(() => null)) as Problem | null
  const problem = { title: 'Refused', detail: `Vouch answered ${status}.`, ...told, status }
  return new VouchError(detailOf(problem), problem, retryAfterOf(headers))
}

const detailOf = ({ detail, errors = [] }: Problem): string =>
  [detail, ...errors.map((each) => `${each.pointer}: ${each.detail}`)].join(' ')
