import type { Payload } from 'payload'

/** Chunks ever released, and those of releases that have ended. */
export const indexCounts = async (payload: Payload): Promise<{ chunks: number; retired: number }> => {
  const { docs: ended } = await payload.find({
    collection: 'releases',
    where: { validTo: { less_than_equal: new Date().toISOString() } },
    depth: 0,
    pagination: false,
    select: { title: true },
  })
  const { totalDocs: chunks } = await payload.count({ collection: 'chunks' })
  if (!ended.length) return { chunks, retired: 0 }
  const { totalDocs: retired } = await payload.count({
    collection: 'chunks',
    where: { release: { in: ended.map((release) => release.id) } },
  })
  return { chunks, retired }
}
