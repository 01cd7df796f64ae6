import { APIError, type PayloadRequest } from 'payload'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { setTimeout as sleep } from 'node:timers/promises'
import { CLIENT_ADDRESS_HEADER, countedBy } from '../../src/governance/clientAddress'

const MINUTES = 60
/** Wrong passwords for one account from one place; then that place waits, and no other. */
const byPair = new RateLimiterMemory({ points: 8, duration: 10 * MINUTES })
/** Wrong passwords from one place, whichever the account. */
const byPlace = new RateLimiterMemory({ points: 40, duration: 10 * MINUTES })
/** Wrong passwords for one account from anywhere: nobody is refused for them, but each is answered more slowly. */
const byAccount = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 10 * MINUTES })
/** Wrong codes of the second factor, by who knew the password: from one place, and from anywhere. */
const codesByPair = new RateLimiterMemory({ points: 8, duration: 10 * MINUTES })
const codesByAccount = new RateLimiterMemory({ points: 20, duration: 60 * MINUTES })
/** Links to set a new password. */
const linksByAccount = new RateLimiterMemory({ points: 3, duration: 15 * MINUTES })
const linksByPlace = new RateLimiterMemory({ points: 10, duration: 15 * MINUTES })

const FREE_FOR_AN_ACCOUNT = 8
const SLOWEST_MS = 1_000

/** 429: this place has tried too often. Says when it may try again, and nothing about the account. */
export class TooManyAttempts extends APIError {
  override name = 'TooManyAttempts'
  constructor(ms: number) {
    const minutes = Math.max(1, Math.ceil(ms / 60_000))
    super(
      `Too many attempts from here. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
      429,
      { retryAfter: Math.ceil(ms / 1000) },
      true,
    )
  }
}

/** Where a request comes from, as attempts are counted; null for the command line and for tests of the local API. */
export function placeOf(req: PayloadRequest): string | null {
  return req.payloadAPI === 'local' ? null : countedBy(req.headers.get(CLIENT_ADDRESS_HEADER) ?? '')
}

/**
 * Counts an attempt before the password is looked at, so that many at once are counted as many.
 * @throws {TooManyAttempts}
 */
export async function countSignIn(address: string, place: string): Promise<void> {
  await consume(byPlace, place)
  await consume(byPair, `${place} ${address}`)
  const { consumedPoints } = await byAccount.consume(address)
  const over = consumedPoints - FREE_FOR_AN_ACCOUNT
  if (over > 0) await sleep(Math.min(SLOWEST_MS, 100 * 2 ** over))
}

/** The password was right: it does not count. */
export async function forgetSignIn(address: string, place: string): Promise<void> {
  await byPair.delete(`${place} ${address}`)
  await byPlace.reward(place, 1)
  await byAccount.delete(address)
}

/**
 * Counts a code before it is looked at. The password was right, so it is the account that has to wait in the end: of a million
 * codes three are right at any time. @throws {TooManyAttempts}
 */
export async function countCode(userId: string, place: string | null): Promise<void> {
  await consume(codesByPair, `${place ?? 'local'} ${userId}`)
  await consume(codesByAccount, userId)
}

/** The code was right. */
export async function forgetCodes(userId: string, place: string | null): Promise<void> {
  await codesByPair.delete(`${place ?? 'local'} ${userId}`)
  await codesByAccount.delete(userId)
}

/** Counts a guess of a signed-in person's own password. @throws {TooManyAttempts} */
export const countOwnPassword = (userId: string): Promise<void> => consume(byPair, `own ${userId}`)

export async function forgetOwnPassword(userId: string): Promise<void> {
  await byPair.delete(`own ${userId}`)
}

/**
 * Counts a request for a link. @throws {TooManyAttempts} for the place.
 * @returns whether the account may get one more; its owner has the last ones.
 */
export async function countLink(address: string, place: string): Promise<boolean> {
  await consume(linksByPlace, place)
  return linksByAccount.consume(address).then(
    () => true,
    () => false,
  )
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection
    throw new TooManyAttempts(rejection.msBeforeNext)
  }
}
