import type { Chunk } from '../../../payload-types'
import type { StoredPoint } from '../../retrieval/types'
import type { ReleaseRow } from './releaseHistory'

export interface Expected {
  point: StoredPoint
  chunk: Chunk
  release: ReleaseRow
  /** What was embedded, and what the words leg searches. */
  words: string
}
