import { circuitBreaker, ConsecutiveBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel'
import type { ModelFault } from '../errors'

/** What says that a server is away, rather than that it answered badly. */
const AWAY: ReadonlySet<ModelFault> = new Set([
  'unreachable',
  'timeout',
  'rate_limited',
  'refused_key',
  'server_error',
] as const)

export interface BreakerOptions {
  /** So many failures one after the other open it. */
  failures?: number
  /** So long nothing is asked, in ms; then one question is. */
  restMs?: number
}

/**
 * Spares a server that is away, and the answers that would wait for it: after some failures one after the other nothing is
 * asked for a while, then one question is, and when that succeeds all are.
 * @param onOpen makes the error that is thrown instead of asking.
 */
export function createBreaker({ failures = 5, restMs = 30_000 }: BreakerOptions, onOpen: () => Error) {
  const policy = circuitBreaker(
    handleWhen((error) => AWAY.has((error as { fault?: ModelFault }).fault ?? 'bad_reply')),
    { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failures) },
  )
  return <T>(run: () => Promise<T>): Promise<T> =>
    policy.execute(run).catch((error: unknown) => {
      throw isBrokenCircuitError(error) ? onOpen() : error
    })
}
