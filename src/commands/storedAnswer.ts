import type { Answer, Bot } from '../../payload-types'
import type { AnswerResponse } from '../answer/schema'
import type { Deps } from '../deps'
import { VouchError } from '../errors'
import { parseReceipt } from './parseReceipt'
import { stillHolds, textsShown } from './stillHolds'

/** The same idempotency key came with another request. */
export class IdempotencyConflict extends VouchError {
  override name = 'IdempotencyConflict'
}

/** How long an idempotency key gets its answer again. */
export const KEY_LASTS_MS = 24 * 3_600_000
const DAY_MS = KEY_LASTS_MS

/** A request that may have been answered before. */
export interface KeyedRequest {
  bot: Bot
  /** By which the answer is found, for keys first sent today and yesterday: the first is what a new one is stored with. */
  hashes: readonly [today: string, yesterday: string]
  requestHash: string
  /** The instant that is asked about, epoch ms. */
  at: number
}

/** The hashes by which a bot's key is found. A day is part of each, so that a key that expired can be used anew. */
export const keyHashes = (
  { keyedHash }: Pick<Deps, 'keyedHash'>,
  { bot, key, now = Date.now() }: { bot: Pick<Bot, 'id'>; key: string; now?: number },
): KeyedRequest['hashes'] => {
  const day = Math.floor(now / DAY_MS)
  const of = (each: number) => keyedHash('idempotency', JSON.stringify([bot.id, key, each]))
  return [of(day), of(day - 1)]
}

/**
 * The receipt that this key got within a day, and its answer if that may be told as things are now: text that was
 * withdrawn, changed or is not for this bot any more is not told again because it was told before.
 * @throws {IdempotencyConflict} when the key came with another request.
 */
export const storedAnswer = async (
  deps: Deps,
  asked: KeyedRequest,
): Promise<{ receiptId: string; response: AnswerResponse | null } | null> => {
  const first = await firstReceipt(deps, asked)
  if (!first) return null
  if (first.requestHash !== asked.requestHash)
    throw new IdempotencyConflict(
      'This Idempotency-Key was used with another request. Send a new key for a new request.',
    )
  const latest = (await decidedAnew(deps, first.id)) ?? first
  const record = parseReceipt(latest)
  const { audiences } = asked.bot
  const holds = stillHolds(record, await textsShown(deps.payload, record, { audiences, at: asked.at }))
  return { receiptId: first.id, response: holds ? (latest.response as unknown as AnswerResponse) : null }
}

const firstReceipt = async ({ payload }: Deps, { hashes }: KeyedRequest): Promise<Answer | null> => {
  const { docs } = await payload.find({
    collection: 'answers',
    where: {
      and: [
        { idempotencyHash: { in: [...hashes] } },
        { createdAt: { greater_than: new Date(Date.now() - KEY_LASTS_MS).toISOString() } },
      ],
    },
    sort: '-createdAt',
    depth: 0,
    limit: 1,
    pagination: false,
    showHiddenFields: true,
  })
  return docs[0] ?? null
}

const decidedAnew = async ({ payload }: Deps, id: string): Promise<Answer | null> => {
  const { docs } = await payload.find({
    collection: 'answers',
    where: { supersedes: { equals: id } },
    sort: '-createdAt',
    depth: 0,
    limit: 1,
    pagination: false,
    showHiddenFields: true,
  })
  return docs[0] ?? null
}
