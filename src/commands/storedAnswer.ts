import type { AnswerResponse } from '../answer/schema'
import type { Deps } from '../deps'
import { VouchError } from '../errors'

/** The same idempotency key came with another request. */
export class IdempotencyConflict extends VouchError {
  override name = 'IdempotencyConflict'
}

/**
 * The answer that was given to this idempotency key before, if one was.
 * @throws {IdempotencyConflict} when it was given to another request.
 */
export const storedAnswer = async (
  { payload }: Deps,
  idempotencyHash: string,
  requestHash: string,
): Promise<AnswerResponse | null> => {
  const { docs } = await payload.find({
    collection: 'answers',
    where: { idempotencyHash: { equals: idempotencyHash } },
    depth: 0,
    limit: 1,
    pagination: false,
    showHiddenFields: true,
  })
  if (!docs[0]) return null
  if (docs[0].requestHash !== requestHash)
    throw new IdempotencyConflict(
      'This Idempotency-Key was used with another request. Send a new key for a new request.',
    )
  return docs[0].response as unknown as AnswerResponse
}
