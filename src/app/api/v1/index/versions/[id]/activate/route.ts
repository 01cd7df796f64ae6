import { activateVersion } from '../../../../../../../../ingestion/switchIndex'
import { adminAct } from '@/http/indexAdmin'
import { ActivateIndexSchema } from '@/http/indexSchemas'

export const POST = adminAct(ActivateIndexSchema, async ({ deps, actor, id, body }) => {
  await activateVersion(deps, id, { actor, force: body.force ?? false })
  return { version: id }
})
