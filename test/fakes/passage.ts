import type { RankedPassage } from '../../src/retrieval/types'

/** A passage as the database would give it; what is not told is a plain public policy. */
export const passage = (given: Partial<RankedPassage> & { text: string }): RankedPassage => ({
  chunkId: 'chunk-1',
  releaseId: 'release-1',
  document: { id: 'doc-1', collection: 'policies', title: 'Returns' },
  version: 1,
  headingPath: [],
  start: 0,
  end: given.text.length,
  contentHash: 'sha256:0',
  audience: 'public',
  locale: 'en',
  riskTier: 'standard',
  topic: null,
  verification: 'verified',
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: null,
  score: 1,
  dense: 0.8,
  words: 12,
  ...given,
})
