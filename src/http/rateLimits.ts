import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Payload } from 'payload'
import type { Bot } from '../../payload-types'
import { usesToday } from '../commands/bots/keyUses'
import { countedBy, isOurs } from '../governance/clientAddress'
import { counted } from '../vocabulary'
import { HttpProblem } from './problem'

/** One limit of a bot, and where it stands. */
interface Standing {
  policy: 'per-minute' | 'per-day'
  limit: number
  windowSeconds: number
  left: number
  resetSeconds: number
  over: boolean
}

const DAY_SECONDS = 86_400

/**
 * Counts one request of a bot against its limits, which its keys share.
 * @returns the headers that tell where they stand.
 * @throws {HttpProblem} 429 with when to come back.
 */
export async function consume(payload: Payload, bot: Bot, now = Date.now()): Promise<Record<string, string>> {
  const minute = await take(minuteLimiter(bot), bot.id, {
    policy: 'per-minute',
    limit: bot.requestsPerMinute,
    windowSeconds: 60,
  })
  const standings = [minute]
  // What the minute refuses is not taken from the day.
  if (bot.requestsPerDay && !minute.over)
    standings.push(await takeOfDay(payload, bot, bot.requestsPerDay, now))
  const headers = headersOf(standings)
  const over = standings.find((each) => each.over)
  if (!over) return headers
  throw new HttpProblem({
    status: 429,
    title: 'Too many requests',
    detail: `This bot may ask ${counted(over.limit, 'time')} a ${over.policy === 'per-day' ? 'day (UTC)' : 'minute'}. Try again in ${over.resetSeconds} s.`,
    headers: { ...headers, 'retry-after': String(over.resetSeconds) },
  })
}

/** More than anybody types, and fewer than one visitor needs to use up what all of them share. */
const OF_ONE_VISITOR = 30
const visitors = new RateLimiterMemory({ points: OF_ONE_VISITOR, duration: 60 })

/**
 * Counts one request with a key that stands in pages against what one visitor may ask, so that nobody can keep the others
 * from asking. A proxy that does not say for whom it asks is not counted: it would be everybody.
 * @throws {HttpProblem} 429 with when to come back.
 */
export async function consumeOfVisitor(prefix: string, address: string | null): Promise<void> {
  if (!address || isOurs(address)) return
  await consumeAMinute(visitors, `${prefix}:${countedBy(address)}`, { limit: OF_ONE_VISITOR, what: 'ask' })
}

/** A page looks every few seconds whether a colleague has answered; it costs little, and takes nothing from questions. */
const LOOKS_OF_ONE_VISITOR = 60
const looks = new RateLimiterMemory({ points: LOOKS_OF_ONE_VISITOR, duration: 60 })

/**
 * Counts one look with a key that stands in pages, apart from what is asked. Visitors whom a proxy does not tell apart share one
 * allowance. @throws {HttpProblem} 429 with when to come back.
 */
export async function consumeLook(prefix: string, address: string | null): Promise<void> {
  const by = `${prefix}:${address ? countedBy(address) : ''}`
  await consumeAMinute(looks, by, { limit: LOOKS_OF_ONE_VISITOR, what: 'look' })
}

/** @throws {HttpProblem} 429 once one visitor has done `what` as often as may be in a minute. */
async function consumeAMinute(
  limiter: RateLimiterMemory,
  by: string,
  { limit, what }: { limit: number; what: 'ask' | 'look' },
): Promise<void> {
  const { over, resetSeconds } = await take(limiter, by, { policy: 'per-minute', limit, windowSeconds: 60 })
  if (over)
    throw new HttpProblem({
      status: 429,
      title: 'Too many requests',
      detail: `One visitor may ${what} ${counted(limit, 'time')} a minute. Try again in ${resetSeconds} s.`,
      headers: { 'retry-after': String(resetSeconds) },
    })
}

const minutes = new Map<string, RateLimiterMemory>()

function minuteLimiter({ id, requestsPerMinute: points }: Bot): RateLimiterMemory {
  const name = `${id}:${points}`
  const limiter = minutes.get(name) ?? new RateLimiterMemory({ points, duration: 60 })
  minutes.set(name, limiter)
  return limiter
}

/** Those of one day: when another begins, all begin anew. */
let ofDay = { day: 0, limiters: new Map<string, Promise<RateLimiterMemory>>() }

async function takeOfDay(payload: Payload, bot: Bot, limit: number, now: number): Promise<Standing> {
  const day = Math.floor(now / 1000 / DAY_SECONDS)
  if (ofDay.day !== day) ofDay = { day, limiters: new Map() }
  const { limiters } = ofDay
  const name = `${bot.id}:${limit}`
  const limiter = limiters.get(name) ?? dayLimiter(payload, { bot, limit, now })
  limiters.set(name, limiter)
  const taken = await take(
    await limiter.catch(() => {
      limiters.delete(name)
      return new RateLimiterMemory({ points: limit, duration: DAY_SECONDS })
    }),
    bot.id,
    {
      policy: 'per-day',
      limit,
      windowSeconds: DAY_SECONDS,
    },
  )
  return { ...taken, resetSeconds: Math.ceil((day + 1) * DAY_SECONDS - now / 1000) }
}

/** Goes on from what was used today before this process began. */
async function dayLimiter(
  payload: Payload,
  { bot, limit, now }: { bot: Bot; limit: number; now: number },
): Promise<RateLimiterMemory> {
  const limiter = new RateLimiterMemory({ points: limit, duration: 2 * DAY_SECONDS })
  const used = await usesToday(payload, bot.id, now)
  if (used) await limiter.penalty(bot.id, used)
  return limiter
}

async function take(
  limiter: RateLimiterMemory,
  id: string,
  about: Pick<Standing, 'policy' | 'limit' | 'windowSeconds'>,
): Promise<Standing> {
  const [over, taken] = await limiter.consume(id).then(
    (result) => [false, result] as const,
    (rejection: unknown) => {
      if (!(rejection instanceof RateLimiterRes)) throw rejection
      return [true, rejection] as const
    },
  )
  return {
    ...about,
    over,
    left: Math.max(0, taken.remainingPoints),
    resetSeconds: Math.ceil(taken.msBeforeNext / 1000),
  }
}

const headersOf = (standings: readonly Standing[]): Record<string, string> => ({
  'ratelimit-policy': standings
    .map(({ policy, limit, windowSeconds }) => `"${policy}";q=${limit};w=${windowSeconds}`)
    .join(', '),
  ratelimit: standings
    .map(({ policy, left, resetSeconds }) => `"${policy}";r=${left};t=${resetSeconds}`)
    .join(', '),
})
