import type { Resolution } from '../answer/types'

/** What a caller with the scope `explain` sees: candidates that it may see anyway, with their scores. */
export const explain = ({
  considered,
  timings,
  features,
  generation,
}: Resolution): Record<string, unknown> => ({
  candidates: considered.map(({ chunkId, document, headingPath, score, dense, words }) => ({
    chunkId,
    document: document.title,
    headingPath,
    score,
    dense,
    words,
  })),
  features: features ?? {},
  timings,
  ...(generation && { generation }),
})
