import { rollBack } from '../../../../../../ingestion/switchIndex'
import { adminAct } from '@/http/indexAdmin'
import { NothingSchema } from '@/http/indexSchemas'

export const POST = adminAct(NothingSchema, async ({ deps, actor }) => ({
  version: await rollBack(deps, { actor }),
}))
