import type { Payload } from 'payload'
import type { VectorStore } from '../src/retrieval/types'
import { toIndexVersion } from './indexVersions'
import { compareIndex } from './reconcile'

export interface IndexStatus {
  versions: { id: string; state: string; embeddingModel: string | null; chunker: string; points: number }[]
  inStep: boolean
  missing: number
  stray: number
  stale: number
}

/** Every index version with its size, and how the active one differs from the database. */
export const indexStatus = async (deps: { payload: Payload; store: VectorStore }): Promise<IndexStatus> => {
  const { docs } = await deps.payload.find({
    collection: 'index-versions',
    where: { state: { not_equals: 'retired' } },
    sort: '-createdAt',
    depth: 0,
    pagination: false,
  })
  const versions = await Promise.all(
    docs.map(async (row) => ({
      id: row.id,
      state: row.state,
      embeddingModel: row.embeddingModel ?? null,
      chunker: row.chunker,
      points: await deps.store.count(toIndexVersion(row)),
    })),
  )
  const difference = await compareIndex(deps)
  const [missing, stray, stale] = [difference.missing.size, difference.stray.length, difference.stale.size]
  return { versions, inStep: missing + stray + stale === 0, missing, stray, stale }
}
