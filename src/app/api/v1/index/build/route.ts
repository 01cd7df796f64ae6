import { beginBuild } from '../../../../../../ingestion/buildIndex'
import { DENSE_WEIGHT } from '@/deps'
import { adminAct } from '@/http/indexAdmin'
import { BuildIndexSchema } from '@/http/indexSchemas'
import { ringWorker } from '@/workerBell'

/** The worker builds what is begun here, beside its jobs. */
export const POST = adminAct(
  BuildIndexSchema,
  async ({ deps, actor, body }) => {
    const version = await beginBuild(deps, { denseWeight: DENSE_WEIGHT, actor, fresh: body.fresh ?? false })
    ringWorker()
    return { version }
  },
  202,
)
