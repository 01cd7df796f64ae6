import type { Resolution } from '../answer/types'
import type { Versions } from './decideTurn'

/** What a caller with the scope `explain` sees: candidates that it may see anyway, with their scores. */
export const explain = (
  { considered, timings, features, generation }: Resolution,
  versions: Versions,
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
  timings,
  ...(generation && { generation }),
  versions,
})
