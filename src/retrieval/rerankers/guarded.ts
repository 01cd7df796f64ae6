import { createBreaker, type BreakerOptions } from '../breaker'
import { RerankError } from '../../errors'
import type { NoteFailure } from '../failureLog'
import type { Reranker } from '../types'

/** The same reranker, left alone for a while when it is away; its failures are noted. */
export function guardedReranker(
  reranker: Reranker,
  { note, breaker = {} }: { note: NoteFailure; breaker?: BreakerOptions },
): Reranker {
  const { id } = reranker
  const guard = createBreaker(
    breaker,
    () => new RerankError(`${id} failed several times and is left alone for a while.`, 'not_asked'),
  )
  return {
    ...reranker,
    score: (question, texts) =>
      guard(() => reranker.score(question, texts)).catch((error: unknown) => {
        note({ port: 'rerank', id, fault: error instanceof RerankError ? error.fault : 'bad_reply' })
        throw error
      }),
  }
}
