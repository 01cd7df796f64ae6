import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Payload } from 'payload'
import { hasLeft } from '../records/hasLeft'
import type { Bot, User } from '../../payload-types'
import { findBotByKey } from '../commands/botKeys'
import { overdueRecall } from '../commands/recall/acknowledgeRecall'
import { idOf } from '../records/content'
import { may } from '../governance/permissions'
import { notGenuine } from '../records/genuine'
import { forbidden, HttpProblem, unauthorized } from './problem'
import { counted } from '../vocabulary'

/**
 * The bot that this request speaks for.
 * @throws {HttpProblem} 401 without a known key, 403 without the scope, 429 over its limit.
 */
export const authenticateBot = async (
  payload: Payload,
  request: Request,
  scope: Bot['scopes'][number],
): Promise<{ bot: Bot; rateLimitHeaders: Record<string, string> }> => {
  const key = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
  const bot = key ? await findBotByKey(payload, key) : null
  if (!bot) throw unauthorized()
  if (!bot.scopes.includes(scope)) throw forbidden(`This key’s bot does not have the scope “${scope}”.`)
  if (scope !== 'acknowledge:recalls') await refuseWhileStopped(payload, bot)
  return { bot, rateLimitHeaders: await consume(bot) }
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

const limiters = new Map<string, RateLimiterMemory>()

const consume = async (bot: Bot): Promise<Record<string, string>> => {
  const limit = bot.requestsPerMinute
  const id = `${bot.id}:${limit}`
  let limiter = limiters.get(id)
  if (!limiter) limiters.set(id, (limiter = new RateLimiterMemory({ points: limit, duration: 60 })))
  try {
    return headersOf(limit, await limiter.consume(bot.id))
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection
    const seconds = Math.ceil(rejection.msBeforeNext / 1000)
    throw new HttpProblem({
      status: 429,
      title: 'Too many requests',
      detail: `This bot may ask ${counted(limit, 'time')} a minute. Try again in ${seconds} s.`,
      headers: { ...headersOf(limit, rejection), 'retry-after': String(seconds) },
    })
  }
}

const headersOf = (
  limit: number,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
): Record<string, string> => ({
  'ratelimit-policy': `"per-minute";q=${limit};w=60`,
  ratelimit: `"per-minute";r=${Math.max(0, remainingPoints)};t=${Math.ceil(msBeforeNext / 1000)}`,
})
