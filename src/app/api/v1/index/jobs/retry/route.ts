import { retryJobs } from '../../../../../../../ingestion/outbox'
import { adminAct } from '@/http/indexAdmin'
import { RetryJobsSchema } from '@/http/indexSchemas'
import { ringWorker } from '@/workerBell'

export const POST = adminAct(RetryJobsSchema, async ({ deps, actor, body }) => {
  const retried = await retryJobs(deps.payload, { ...(body.ids && { ids: body.ids }), actor })
  ringWorker()
  return { retried }
})
