import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import type { Bot, User } from '../../payload-types'
import { inTransaction } from '../database/transaction'
import { keyExpired, type KeyLimits } from '../governance/botKey'
import { isGenuine } from '../records/genuine'
import { recordAudit } from '../records/recordAudit'
import { NotFoundError } from './governedDocument'

/** `vch_` + 8 characters to find it by + 32 that are the secret (192 bits). */
const KEY_PATTERN = /^vch_([A-Za-z0-9_-]{8})[A-Za-z0-9_-]{32}$/

const digest = (key: string): Buffer => createHash('sha256').update(key).digest()

type StoredKey = NonNullable<Bot['keys']>[number]

interface ByAdmin {
  payload: Payload
  user: Pick<User, 'id' | 'name'>
}
interface NamedKey {
  botId: string
  prefix: string
}

/** Gives a bot a new key. @returns the key: the only time that it can be read; its hash is stored. */
export const createBotKey = (by: ByAdmin, botId: string, limits: Partial<KeyLimits> = {}): Promise<string> =>
  changeKeys(by, botId, (keys) => {
    const { key, stored } = newKey(limits)
    const { name, expiresOn, scopes, origins, networks } = limits
    const told = Object.entries({ name, expiresOn, scopes, origins, networks }).filter(
      ([, value]) => value && value.length > 0,
    )
    return {
      keys: [...keys, stored],
      action: 'bot.key_created',
      detail: { prefix: stored.prefix, ...Object.fromEntries(told) },
      result: key,
    }
  })

/**
 * Gives a bot a key in place of another, with what that one may be used for; both open until the old one ends.
 * @throws {NotFoundError} when the bot has no such key.
 */
export const rotateBotKey = (
  by: ByAdmin,
  { botId, prefix, overlapMs, now = Date.now() }: NamedKey & { overlapMs: number; now?: number },
): Promise<{ key: string; oldExpiresOn: string }> =>
  changeKeys(by, botId, (keys) => {
    const old = keyNamed(keys, prefix)
    const ends = new Date(Math.min(now + overlapMs, Date.parse(old.expiresOn ?? '') || Infinity))
    const oldExpiresOn = ends.toISOString()
    // The new one is not to end with the old.
    const { key, stored } = newKey({ ...limitsOf(old), expiresOn: null })
    return {
      keys: [...keys.map((each) => (each === old ? { ...old, expiresOn: oldExpiresOn } : each)), stored],
      action: 'bot.key_rotated',
      detail: { prefix, by: stored.prefix, expiresOn: oldExpiresOn },
      result: { key, oldExpiresOn },
    }
  })

/** Sets what a key may be used for. @throws {NotFoundError} when the bot has no such key. */
export const limitBotKey = (
  by: ByAdmin,
  { botId, prefix, limits }: NamedKey & { limits: KeyLimits },
): Promise<void> =>
  changeKeys(by, botId, (keys) => {
    const old = keyNamed(keys, prefix)
    return {
      keys: keys.map((each) => (each === old ? { ...old, ...storedLimits(limits) } : each)),
      action: 'bot.key_limited',
      detail: { prefix, ...limits },
      result: undefined,
    }
  })

/**
 * Takes a key away from a bot: from now on it opens nothing.
 * @throws {NotFoundError} when the bot has no such key.
 */
export const revokeBotKey = (by: ByAdmin, { botId, prefix }: NamedKey): Promise<void> =>
  changeKeys(by, botId, (keys) => {
    const gone = keyNamed(keys, prefix)
    return {
      keys: keys.filter((each) => each !== gone),
      action: 'bot.key_revoked',
      detail: { prefix },
      result: undefined,
    }
  })

/** The bot whose key this is, as `findKey` finds it. */
export const findBotByKey = async (payload: Payload, key: string): Promise<Bot | null> =>
  (await findKey(payload, key))?.bot ?? null

/**
 * A key and its bot, if it is a key, is known and has not ended, and the bot is enabled and as Vouch wrote it: a key or an
 * audience that someone put into the database opens nothing. Compares in constant time.
 */
export const findKey = async (
  payload: Payload,
  key: string,
  now = Date.now(),
): Promise<{ bot: Bot; prefix: string; limits: KeyLimits } | null> => {
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
  const matches = docs.flatMap((bot) =>
    (bot.keys ?? [])
      .filter((known) => timingSafeEqual(Buffer.from(known.hash, 'hex'), given))
      .map((known) => ({ bot, prefix, limits: limitsOf(known) })),
  )
  const found = matches.find(({ bot, limits }) => bot.enabled && !keyExpired(limits, now))
  if (!found) return null
  if (await isGenuine(payload, { of: 'bots', row: found.bot })) return found
  payload.logger.error(
    `The bot ${found.bot.name} is not what Vouch wrote, so its keys open nothing. Run: npm run -s vouch -- verify`,
  )
  return null
}

/** What a stored key may be used for. */
export const limitsOf = (key: Omit<StoredKey, 'hash' | 'createdOn' | 'prefix'>): KeyLimits => ({
  name: key.name ?? null,
  expiresOn: key.expiresOn ?? null,
  scopes: (key.scopes ?? []) as KeyLimits['scopes'],
  origins: (key.origins ?? []) as string[],
  networks: (key.networks ?? []) as string[],
})

const storedLimits = ({ name, expiresOn, scopes, origins, networks }: KeyLimits) => ({
  name,
  expiresOn,
  scopes: [...scopes],
  origins: [...origins],
  networks: [...networks],
})

function newKey(limits: Partial<KeyLimits>): { key: string; stored: StoredKey } {
  const prefix = randomBytes(6).toString('base64url')
  const key = `vch_${prefix}${randomBytes(24).toString('base64url')}`
  const stored = {
    id: randomUUID(),
    prefix,
    hash: digest(key).toString('hex'),
    createdOn: new Date().toISOString(),
    ...storedLimits({ ...limitsOf({}), ...limits }),
  }
  return { key, stored }
}

function keyNamed(keys: readonly StoredKey[], prefix: string): StoredKey {
  const found = keys.find((key) => key.prefix === prefix)
  if (found) return found
  throw new NotFoundError(`This bot has no key vch_${prefix}…; it may have been revoked already.`)
}

/** Changes a bot's keys and records it, or does neither. */
const changeKeys = <Result>(
  { payload, user }: ByAdmin,
  botId: string,
  change: (keys: StoredKey[]) => { keys: StoredKey[]; action: string; detail: object; result: Result },
): Promise<Result> =>
  inTransaction({ payload }, async (req) => {
    const bot = await botWithKeys(payload, req, botId)
    const { keys, action, detail, result } = change(bot?.keys ?? [])
    if (!bot) throw new NotFoundError(`There is no bot ${botId}.`)
    await payload.db.updateOne({ collection: 'bots', id: botId, data: { ...bot, keys }, req })
    await recordAudit(req, {
      action,
      actor: user,
      subject: { collection: 'bots', id: botId, title: bot.name },
      detail: { ...detail },
    })
    return result
  })

async function botWithKeys(payload: Payload, req: PayloadRequest, id: string): Promise<Bot | null> {
  const { docs } = await payload.db.find<Bot>({
    collection: 'bots',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ?? null
}
