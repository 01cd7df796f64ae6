import type { Payload, Where } from 'payload'
import type { PayloadJob } from '../../payload-types'

/** Jobs that could run now; one that waits for its next try is not due. */
export const due = (): Where => ({
  and: [
    { completedAt: { exists: false } },
    { hasError: { not_equals: true } },
    {
      or: [{ waitUntil: { exists: false } }, { waitUntil: { less_than_equal: new Date().toISOString() } }],
    },
  ],
})

/** Since when the oldest job that could run waits, and that no worker has taken; epoch ms, null when none does. */
export async function oldestDueJob(payload: Payload): Promise<number | null> {
  const { docs } = await payload.db.find<PayloadJob>({
    collection: 'payload-jobs',
    where: { and: [due(), { processing: { not_equals: true } }] },
    sort: 'createdAt',
    limit: 1,
    pagination: false,
    req: {},
  })
  const [job] = docs
  if (!job) return null
  return Date.parse(job.waitUntil ?? job.createdAt)
}
