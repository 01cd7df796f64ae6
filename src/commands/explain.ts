import type { Resolution } from '../answer/types'
import type { Bot } from '../../payload-types'
import type { Outcome } from '../vocabulary'
import type { Versions } from './decideTurn'

/** What a caller with the scope `explain` sees: candidates that it may see anyway, with their scores. */
export const explain = (
  { decision, considered, timings, features, generation }: Resolution,
  { versions, scopes }: { versions: Versions; scopes: Bot['scopes'] },
): Record<string, unknown> => ({
  candidates: considered.map(
    ({ chunkId, releaseId, contentHash, document, version, headingPath, score, dense, words }) => ({
      chunkId,
      releaseId,
      contentHash,
      document: document.title,
      version,
      headingPath,
      score,
      dense,
      words,
    }),
  ),
  features: features ?? {},
  // How long it took to find out why a question was refused may tell why.
  ...(tellsTimings(decision.outcome, scopes) && { timings }),
  ...(generation && { generation }),
  versions,
})

/** Whether a caller may know how long each stage of an answer took. */
export const tellsTimings = (outcome: Outcome, scopes: Bot['scopes']): boolean =>
  outcome !== 'refused' || scopes.includes('read:reasons')
