import { Agent, fetch } from 'undici'
import { causeOf } from '../../ingestion/connectors/guardedFetch'
import {
  guardedLookup,
  isAllowedPrivate,
  type GuardSettings,
  withoutSecrets,
} from '../../ingestion/connectors/publicAddress'
import { sentenceOf, VouchError } from '../errors'
import { withTimeLimit } from '../timeLimit'
import { checkReceiver } from './checkReceiver'

/** A receiver that did not take what it was sent. `status` is absent when it gave no answer. */
export class NotTaken extends VouchError {
  override name = 'NotTaken'
  constructor(
    message: string,
    readonly status?: number,
  ) {
    super(message)
  }
}

const LIMIT_MS = 10_000

interface Posting {
  body: string
  headers: Record<string, string>
  guard: GuardSettings
  /** Of everything together; 10 seconds unless given. */
  ms?: number
}

/**
 * Posts to an address that a user named: to public hosts only, checked as the socket connects, within a time limit, and to
 * where it was addressed, so that a redirect is a refusal. What the receiver says beside its status is not read.
 * @throws {VouchError} for what is not sent; {NotTaken} for whatever is not 2xx, and when there was no answer.
 */
export async function guardedPost(
  address: string,
  { body, headers, guard, ms = LIMIT_MS }: Posting,
): Promise<void> {
  const url = checkReceiver(address, guard)
  const connect = isAllowedPrivate(url, guard) ? {} : { lookup: guardedLookup(guard) }
  const dispatcher = new Agent({ headersTimeout: LIMIT_MS, connect: { timeout: LIMIT_MS, ...connect } })
  try {
    const status = await withTimeLimit({ ms }, async ({ signal }) => {
      const sent = { method: 'POST', redirect: 'manual', body, signal, dispatcher } as const
      const response = await fetch(url, { ...sent, headers: { ...headers, 'user-agent': 'Vouch' } })
      // Its end is not waited for: the connection is taken down below.
      void response.body?.cancel().catch(() => {})
      return response.status
    })
    if (status < 200 || status > 299)
      throw new NotTaken(
        `${withoutSecrets(url)} answered ${status}; only 2xx says that it was taken.`,
        status,
      )
  } catch (error) {
    throw explain(error, { url, ms })
  } finally {
    await dispatcher.destroy()
  }
}

function explain(error: unknown, { url, ms }: { url: URL; ms: number }): Error {
  const { cause, isLate, why } = causeOf(error)
  if (sentenceOf(cause)) return cause as Error
  const where = withoutSecrets(url)
  if (isLate) return new NotTaken(`${where} did not answer within ${ms / 1000} s.`)
  return new NotTaken(`${where} cannot be reached (${why}).`)
}
