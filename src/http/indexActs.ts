import { beginBuild } from '../../ingestion/buildIndex'
import { retryJobs } from '../../ingestion/outbox'
import { activateVersion, removeVersion, rollBack } from '../../ingestion/switchIndex'
import { DENSE_WEIGHT } from '../deps'
import { ringWorker } from '../workerBell'
import { adminAct } from './indexAdmin'
import { ActivateIndexSchema, BuildIndexSchema, NothingSchema, RetryJobsSchema } from './indexSchemas'

/** The worker builds what is begun here, beside its jobs. */
export const build = adminAct(
  BuildIndexSchema,
  async ({ deps, actor, body }) => {
    const version = await beginBuild(deps, { denseWeight: DENSE_WEIGHT, actor, fresh: body.fresh ?? false })
    ringWorker()
    return { version }
  },
  202,
)

export const activate = adminAct(ActivateIndexSchema, async ({ deps, actor, id, body }) => {
  await activateVersion(deps, id, { actor, force: body.force ?? false })
  return { version: id }
})

export const goBack = adminAct(NothingSchema, async ({ deps, actor }) => ({
  version: await rollBack(deps, { actor }),
}))

export const remove = adminAct(NothingSchema, async ({ deps, actor, id }) => {
  await removeVersion(deps, id, { actor })
  return { version: id }
})

export const retry = adminAct(RetryJobsSchema, async ({ deps, actor, body }) => {
  const retried = await retryJobs(deps.payload, { ...(body.ids && { ids: body.ids }), actor })
  ringWorker()
  return { retried }
})
