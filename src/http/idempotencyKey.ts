import { HttpProblem } from './problem'

const MOST = 200

/** The key under which a write is done once; null without one. @throws {HttpProblem} 400 */
export const idempotencyKeyOf = (request: Request): string | null => {
  const key = request.headers.get('idempotency-key')
  if (key !== null && (key === '' || key.length > MOST))
    throw new HttpProblem({
      status: 400,
      title: 'Invalid request',
      detail: `An Idempotency-Key has 1 to ${MOST} characters.`,
    })
  return key
}
