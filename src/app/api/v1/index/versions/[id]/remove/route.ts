import { removeVersion } from '../../../../../../../../ingestion/switchIndex'
import { adminAct } from '@/http/indexAdmin'
import { NothingSchema } from '@/http/indexSchemas'

export const POST = adminAct(NothingSchema, async ({ deps, actor, id }) => {
  await removeVersion(deps, id, { actor })
  return { version: id }
})
