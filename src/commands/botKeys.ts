import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import type { Bot, User } from '../../payload-types'
import { inTransaction } from '../database/transaction'
import { recordAudit } from '../records/recordAudit'
import { isGenuine } from '../records/genuine'
import { NotFoundError } from './governedDocument'

/** `vch_` + 8 characters to find it by + 32 that are the secret (192 bits). */
const KEY_PATTERN = /^vch_([A-Za-z0-9_-]{8})[A-Za-z0-9_-]{32}$/

const digest = (key: string): Buffer => createHash('sha256').update(key).digest()

/** Gives a bot a new key. @returns the key: the only time that it can be read; its hash is stored. */
export const createBotKey = (
  { payload, user }: { payload: Payload; user: Pick<User, 'id' | 'name'> },
  botId: string,
): Promise<string> =>
  inTransaction({ payload }, async (req) => {
    const bot = await payload.findByID({
      collection: 'bots',
      id: botId,
      depth: 0,
      req,
      showHiddenFields: true,
    })
    const prefix = randomBytes(6).toString('base64url')
    const key = `vch_${prefix}${randomBytes(24).toString('base64url')}`
    const keys = [
      ...(bot.keys ?? []),
      { id: randomUUID(), prefix, hash: digest(key).toString('hex'), createdOn: new Date().toISOString() },
    ]
    await payload.db.updateOne({ collection: 'bots', id: botId, data: { ...bot, keys }, req })
    await recordAudit(req, {
      action: 'bot.key_created',
      actor: user,
      subject: { collection: 'bots', id: botId, title: bot.name },
      detail: { prefix },
    })
    return key
  })

/**
 * Takes a key away from a bot: from now on it opens nothing.
 * @throws {NotFoundError} when the bot has no such key.
 */
export const revokeBotKey = (
  { payload, user }: { payload: Payload; user: Pick<User, 'id' | 'name'> },
  { botId, prefix }: { botId: string; prefix: string },
): Promise<void> =>
  inTransaction({ payload }, async (req) => {
    const { docs } = await payload.db.find<Bot>({
      collection: 'bots',
      where: { id: { equals: botId } },
      limit: 1,
      pagination: false,
      req,
    })
    const bot = docs[0]
    const keys = bot?.keys?.filter((key) => key.prefix !== prefix)
    if (!bot || !keys || keys.length === bot.keys?.length)
      throw new NotFoundError(`This bot has no key vch_${prefix}…; it may have been revoked already.`)
    await payload.db.updateOne({ collection: 'bots', id: botId, data: { ...bot, keys }, req })
    await recordAudit(req, {
      action: 'bot.key_revoked',
      actor: user,
      subject: { collection: 'bots', id: botId, title: bot.name },
      detail: { prefix },
    })
  })

/**
 * The bot whose key this is, if it is a key, is known, and the bot is enabled and as Vouch wrote it: a key or an audience that
 * someone put into the database opens nothing. Compares in constant time.
 */
export const findBotByKey = async (payload: Payload, key: string): Promise<Bot | null> => {
  const prefix = KEY_PATTERN.exec(key)?.[1]
  if (!prefix) return null
  const { docs } = await payload.db.find<Bot>({
    collection: 'bots',
    where: { 'keys.prefix': { equals: prefix } },
    limit: 5,
    pagination: false,
    req: {},
  })
  const given = digest(key)
  const found = docs.find(
    (bot) =>
      bot.enabled && (bot.keys ?? []).some((known) => timingSafeEqual(Buffer.from(known.hash, 'hex'), given)),
  )
  if (!found) return null
  if (await isGenuine(payload, { of: 'bots', row: found })) return found
  payload.logger.error(
    `The bot ${found.name} is not what Vouch wrote, so its keys open nothing. Run: npm run -s vouch -- verify`,
  )
  return null
}
