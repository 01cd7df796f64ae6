import type { Payload } from 'payload'

/** What every keyed hash of a request begins with (commands/answerQuestion). */
export const REQUEST_HASH_MARK = 'k1.'

/**
 * Takes hashes without a key out of receipts of before requests were hashed with one: a short secret that was redacted
 * from the question could be guessed from them. They were only ever looked at when an idempotency key came again.
 * Harmless to repeat.
 */
export const retireBareHashes = async (payload: Payload): Promise<void> => {
  await payload.db.updateMany({
    collection: 'answers',
    where: { requestHash: { not_like: REQUEST_HASH_MARK } },
    data: { requestHash: `${REQUEST_HASH_MARK}retired` },
    req: {},
  })
}
