import { readWorkflow } from '@/admin/workflow/readWorkflow'
import { readActor } from '@/commands/actor'
import { authenticateUser } from '@/http/authenticate'
import { governedCollectionOf } from '@/http/governed'
import { route } from '@/http/route'

/** Where a document stands and what the signed-in person may do with it: what the rail of the admin shows. */
export const GET = route<{ collection: string; id: string }>(async ({ request, params, deps }) => {
  const collection = governedCollectionOf(params.collection)
  const user = await authenticateUser(deps.payload, request)
  const workflow = await readWorkflow({
    payload: deps.payload,
    actor: await readActor(deps.payload, user),
    collection,
    id: params.id,
  })
  return Response.json(workflow, { headers: { 'cache-control': 'no-store' } })
})
