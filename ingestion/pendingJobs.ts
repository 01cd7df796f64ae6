import type { Payload } from 'payload'
import type { PayloadJob, Release } from '../payload-types'
import { rowsById } from '../src/database/pages'
import { releasesIn } from './queue'

/** Documents whose releases a waiting job will bring into the index: until it ran, the index may differ from them. */
export const releasesOnTheirWay = async (payload: Payload): Promise<Set<string>> => {
  const { docs } = await payload.db.find<PayloadJob>({
    collection: 'payload-jobs',
    where: {
      and: [
        { taskSlug: { in: ['indexRelease', 'moveWindow'] } },
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
      ],
    },
    limit: 0,
    pagination: false,
    req: {},
  })
  const ids = docs.flatMap(({ input }) => releasesIn(input))
  const releases = await rowsById<Pick<Release, 'id' | 'documentId'>>(payload, {
    collection: 'releases',
    ids,
    select: { documentId: true },
  })
  return new Set([...releases.values()].map(({ documentId }) => documentId))
}
