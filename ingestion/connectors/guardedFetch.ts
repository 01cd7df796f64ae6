import { setTimeout as sleep } from 'node:timers/promises'
import pRetry, { AbortError } from 'p-retry'
import { Agent, fetch, type Response } from 'undici'
import { LoadError } from '../../src/errors'
import { withTimeLimit } from '../../src/timeLimit'
import {
  checkUrl,
  guardedLookup,
  type GuardSettings,
  isAllowedPrivate,
  withoutSecrets,
} from './publicAddress'

export interface FetchSettings extends GuardSettings {
  /** Says honestly who asks. */
  userAgent: string
  /** How long to wait for the first headers (default 15 s), and for everything together (default 60 s). */
  headersMs?: number
  totalMs?: number
  /** A server that asks for a longer pause than this is left alone (default 30 s). */
  longestPauseMs?: number
}

export interface FetchOptions {
  /** Of the body, as sent and as decompressed. */
  maxBytes: number
  signal: AbortSignal
  /** `authorization` goes no further than the origin first asked. */
  headers?: Record<string, string>
}

export interface Fetched {
  /** Where the body came from, after redirects. */
  url: URL
  headers: Response['headers']
  bytes: Uint8Array
}

export type GuardedFetch = (url: string | URL, options: FetchOptions) => Promise<Fetched>

/** What a server refused. `status` is absent when it gave no answer. */
export class FetchError extends LoadError {
  override name = 'FetchError'
  constructor(
    message: string,
    readonly status?: number,
  ) {
    super(message)
  }
}

const MAX_REDIRECTS = 3
const RETRIES = 2

/**
 * How connectors fetch what a user's URL names; git and S3 have clients of their own, and outbound/guardedPost sends to one.
 * Http(s) to public addresses only, checked as the socket connects and again at each of at most three redirects, never from
 * https down to http, within limits of size and time. A server that is busy (429, 503) is asked again after the pause it
 * wants. The environment's proxy settings are not followed: a proxy would resolve names by itself.
 * @throws {FetchError} for every status of 400 and above, and when there was no answer.
 * @throws {LoadError} for what is refused.
 */
export function createGuardedFetch(settings: FetchSettings): GuardedFetch {
  const { headersMs = 15_000, totalMs = 60_000 } = settings
  const limits = { headersTimeout: headersMs, bodyTimeout: headersMs }
  const connect = { timeout: headersMs }
  const agents: Agents = {
    guarded: new Agent({ ...limits, connect: { ...connect, lookup: guardedLookup(settings) } }),
    open: new Agent({ ...limits, connect }),
  }
  return (url, options) => {
    return withTimeLimit({ ms: totalMs, signals: [options.signal] }, ({ signal }) =>
      pRetry((attempt) => attemptFetch({ url, attempt, settings, agents, ...options, signal }), {
        retries: RETRIES,
        minTimeout: 0,
        signal,
      }),
    ).catch((error: unknown) => {
      options.signal.throwIfAborted()
      throw explain(error, { url, totalMs })
    })
  }
}

/**
 * Where a redirect leads, under the same rules as the first address, and never from https to http.
 * @throws {LoadError}
 */
export function redirectTarget(from: URL, target: string, settings: GuardSettings): URL {
  if (!URL.canParse(target, from))
    throw new LoadError(`${withoutSecrets(from)} redirects to no valid address.`)
  const next = checkUrl(new URL(target, from), settings)
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    throw new LoadError(`${withoutSecrets(from)} redirects from https to http, which is not followed.`)
  }
  return next
}

interface Agents {
  guarded: Agent
  open: Agent
}

interface Call extends FetchOptions {
  url: string | URL
  settings: FetchSettings
  agents: Agents
}

/** An error thrown as it is ends the matter; after a pause that the server asked for it is tried again. */
async function attemptFetch({ attempt, ...call }: Call & { attempt: number }): Promise<Fetched> {
  try {
    const { url, response } = await follow(call)
    if (response.ok)
      return {
        url,
        headers: response.headers,
        bytes: await readBody(response, { url, maxBytes: call.maxBytes }),
      }
    await response.body?.cancel()
    const error = new FetchError(sentence(url, response.status), response.status)
    const { longestPauseMs = 30_000 } = call.settings
    const pause = pauseOf(response, attempt)
    if (!BUSY.has(response.status) || attempt > RETRIES || pause > longestPauseMs) throw error
    await sleep(pause, undefined, { signal: call.signal })
    throw new Busy(error.message)
  } catch (error) {
    throw error instanceof Busy ? error : new AbortError(error as Error)
  }
}

const BUSY = new Set([429, 503])
class Busy extends Error {}

/** In milliseconds: what the server asks for, in seconds or as a date, else half a second and longer each time. */
function pauseOf(response: Response, attempt: number): number {
  const asked = response.headers.get('retry-after')
  if (!asked) return 500 * 2 ** (attempt - 1)
  const ms = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now()
  return Number.isNaN(ms) ? 500 : Math.max(0, ms)
}

async function follow({ url: first, settings, agents, headers = {}, signal }: Call) {
  let url = checkUrl(first, settings)
  for (let redirects = 0; ; redirects++) {
    const { authorization, ...open } = headers
    const known = authorization && url.origin === new URL(first).origin ? { authorization } : {}
    const response = await fetch(url, {
      dispatcher: isAllowedPrivate(url, settings) ? agents.open : agents.guarded,
      headers: { ...open, ...known, 'user-agent': settings.userAgent },
      redirect: 'manual',
      signal,
    })
    const target = REDIRECTS.has(response.status) ? response.headers.get('location') : null
    if (!target) return { url, response }
    await response.body?.cancel()
    if (redirects === MAX_REDIRECTS)
      throw new LoadError(
        `${withoutSecrets(url)} redirects more than ${MAX_REDIRECTS} times. Give the address it ends at.`,
      )
    url = redirectTarget(url, target, settings)
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

async function readBody(response: Response, { url, maxBytes }: { url: URL; maxBytes: number }) {
  const tooLarge = new LoadError(
    `${withoutSecrets(url)} is larger than ${(maxBytes / 1024 / 1024).toFixed(2)} MB, the most that is read. Split it into smaller pages.`,
  )
  if (Number(response.headers.get('content-length')) > maxBytes) {
    await response.body?.cancel()
    throw tooLarge
  }
  const parts: Uint8Array[] = []
  let size = 0
  // Chunks come decompressed, a few kilobytes each, so a bomb is met before it is large. Leaving the loop cancels the rest.
  for await (const part of response.body ?? []) {
    size += (part as Uint8Array).byteLength
    if (size > maxBytes) throw tooLarge
    parts.push(part as Uint8Array)
  }
  return new Uint8Array(Buffer.concat(parts))
}

function sentence(url: URL, status: number): string {
  const what = `${withoutSecrets(url)} answered ${status}`
  if (status === 401 || status === 403)
    return `${what}: it does not let Vouch read it. Check the access it gives.`
  if (status === 404 || status === 410) return `${what}: there is nothing there. Check the address.`
  if (status === 429) return `${what}: it is asked too often. Try again later.`
  if (status >= 500) return `${what}: the server has a fault or is busy. Try again later.`
  return `${what} and no content. Check the address.`
}

function explain(error: unknown, { url, totalMs }: { url: string | URL; totalMs: number }): Error {
  const { cause, isLate, why } = causeOf(error)
  if (cause instanceof LoadError) return cause
  const where = withoutSecrets(url)
  if (isLate)
    return new FetchError(
      `${where} took too long (${totalMs / 1000} s are given) and was left. Try again later.`,
    )
  return new FetchError(`${where} cannot be reached (${why}). Check the address.`)
}

/** What made a request of `fetch` fail: the error behind its own, whether time was over, and its code or words. */
export function causeOf(error: unknown): { cause: unknown; isLate: boolean; why: string } {
  const cause = error instanceof TypeError && error.cause instanceof Error ? error.cause : error
  const { name, code, message } = cause as NodeJS.ErrnoException
  return { cause, isLate: name === 'TimeoutError' || /TIMEOUT/.test(code ?? ''), why: code ?? message }
}
