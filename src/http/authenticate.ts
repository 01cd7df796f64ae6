import type { Payload } from 'payload'
import { hasLeft } from '../records/hasLeft'
import type { Bot, User } from '../../payload-types'
import { findKey } from '../commands/botKeys'
import { countUse } from '../commands/bots/keyUses'
import { keyAudiences, keyMisplaced, keyScopes } from '../governance/botKey'
import { CLIENT_ADDRESS_HEADER } from '../governance/clientAddress'
import { overdueRecall } from '../commands/recall/acknowledgeRecall'
import { idOf } from '../records/content'
import { onlyWho } from '../governance/permissionWords'
import { may, type Action } from '../governance/permissions'
import { notGenuine } from '../records/genuine'
import { forbidden, HttpProblem, unauthorized } from './problem'
import { consume, consumeLook, consumeOfVisitor } from './rateLimits'
import { letPageRead } from './readable'

/**
 * The bot that this request speaks for. @param scope null where what is asked for is only known later.
 * @param o.looks a page looks again and again: it has an allowance of its own, and is no use of the bot.
 * @throws {HttpProblem} 401 without a known key, 403 without the scope, 429 over its limit.
 */
export const authenticateBot = async (
  payload: Payload,
  request: Request,
  scope: Bot['scopes'][number] | null,
  { looks = false }: { looks?: boolean } = {},
): Promise<{ bot: Bot; rateLimitHeaders: Record<string, string> }> => {
  const key = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
  const found = key ? await findKey(payload, key) : null
  if (!found) throw unauthorized()
  const { prefix, limits } = found
  const origin = request.headers.get('origin')
  const address = request.headers.get(CLIENT_ADDRESS_HEADER)
  const misplaced = keyMisplaced(limits, { origin, address })
  if (misplaced) throw forbidden(misplaced)
  letPageRead(request, limits.origins)
  const bot = botOf(found)
  if (scope && !bot.scopes.includes(scope)) throw forbidden(lacking(scope, found))
  if (scope !== 'acknowledge:recalls') await refuseWhileStopped(payload, bot)
  if (looks && limits.origins.length) {
    await consumeLook(prefix, address)
    return { bot, rateLimitHeaders: {} }
  }
  if (limits.origins.length) await consumeOfVisitor(prefix, address)
  const rateLimitHeaders = await consume(payload, bot)
  countUse(payload, { bot: bot.id, prefix })
  return { bot, rateLimitHeaders }
}

type FoundKey = NonNullable<Awaited<ReturnType<typeof findKey>>>

/** The bot as far as its key opens it. @throws {HttpProblem} 403 where it stands in pages and has nothing for who opens them. */
function botOf({ bot, limits }: FoundKey): Bot {
  const audiences = keyAudiences(limits, bot.audiences)
  if (!audiences.length)
    throw forbidden(
      'This key is for pages that anybody may open, and its bot speaks to the public of nothing. Give the bot the audience “public”, or limit the key to networks.',
    )
  return { ...bot, audiences, scopes: keyScopes(limits, bot.scopes) }
}

function lacking(scope: Bot['scopes'][number], { bot, limits }: FoundKey): string {
  if (!bot.scopes.includes(scope)) return `This key’s bot does not have the scope “${scope}”.`
  return limits.origins.length
    ? `A key that is used from pages does not open “${scope}”: whoever opens the page can read the key.`
    : `This key was not given the scope “${scope}” of its bot.`
}

/** What a bot told and does not call back stops its keys: it may go on telling it. @throws {HttpProblem} 403 */
async function refuseWhileStopped(payload: Payload, bot: Bot): Promise<void> {
  const overdue = await overdueRecall(payload, bot)
  if (!overdue) return
  const recall = idOf(overdue.recall)
  throw new HttpProblem({
    status: 403,
    title: 'Key stopped',
    detail: `This bot has not acknowledged the recall ${recall} by ${overdue.deadline}. Its keys work again as soon as it does: POST /api/v1/recalls/${recall}/acknowledge.`,
  })
}

/** The signed-in person of a request from the admin (session cookie or JWT). @throws {HttpProblem} 401 */
export const authenticateUser = async (payload: Payload, request: Request): Promise<User> => {
  const { user } = await payload.auth({ headers: request.headers, canSetHeaders: false })
  if (
    user?.collection !== 'users' ||
    hasLeft(user) ||
    (await notGenuine(payload, [{ of: 'users', id: user.id }])).length
  )
    throw new HttpProblem({ status: 401, title: 'Not signed in', detail: 'Sign in to the admin first.' })
  return user as User
}

/**
 * The signed-in person, who may do this. @param deed what is refused, where that is one of several things of the action.
 * @throws {HttpProblem} 401, 403
 */
export async function authenticateWhoMay(
  payload: Payload,
  request: Request,
  action: Action,
  deed?: string,
): Promise<User> {
  const user = await authenticateUser(payload, request)
  if (!may(user, action)) throw forbidden(onlyWho(action, deed))
  return user
}

/** The signed-in person, whose work is more than hand-overs. @param refusal what agents are told. @throws {HttpProblem} 401, 403 */
export async function authenticateReader(payload: Payload, request: Request, refusal: string): Promise<User> {
  return onlyReader(await authenticateUser(payload, request), refusal)
}

/** A person who may read records. @param refusal what others are told. @throws {HttpProblem} 403 */
export function onlyReader(user: User, refusal: string): User {
  if (!may(user, 'readRecords')) throw forbidden(refusal)
  return user
}

/**
 * Whoever a request speaks for: the bot of its key, or the person who is signed in.
 * @throws {HttpProblem} as the two do.
 */
export const authenticateEither = async (
  payload: Payload,
  request: Request,
  scope: Bot['scopes'][number],
): Promise<Caller> => {
  if (!request.headers.get('authorization')?.startsWith('Bearer '))
    return { bot: null, user: await authenticateUser(payload, request), headers: {} }
  const { bot, rateLimitHeaders } = await authenticateBot(payload, request, scope)
  return { bot, user: null, headers: rateLimitHeaders }
}

/** A bot with the headers that tell its limit, or a person. */
export type Caller = { headers: Record<string, string> } & (
  | { bot: Bot; user: null }
  | { bot: null; user: User }
)
