import { RateLimiterMemory } from 'rate-limiter-flexible'
import { CLIENT_ADDRESS_HEADER, countedBy } from '../../governance/clientAddress'

/** Of one place in ten minutes: as many as wrong passwords. A company may have one address for everybody. */
const failed = new RateLimiterMemory({ points: 40, duration: 10 * 60 })

const placeOf = (request: Request): string => countedBy(request.headers.get(CLIENT_ADDRESS_HEADER) ?? '')

/** Counts an attempt before anything is asked of anybody. @returns whether this place may go on. */
export function countAttempt(request: Request): Promise<boolean> {
  return failed.consume(placeOf(request)).then(
    () => true,
    () => false,
  )
}

/** It succeeded: it does not count. */
export async function forgetAttempt(request: Request): Promise<void> {
  await failed.reward(placeOf(request), 1)
}
