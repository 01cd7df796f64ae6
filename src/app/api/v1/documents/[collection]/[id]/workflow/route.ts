import { z } from 'zod'
import { readWorkflow } from '@/admin/workflow/readWorkflow'
import { actorOf } from '@/commands/transitionDocument'
import { authenticateUser } from '@/http/authenticate'
import { notFound } from '@/http/problem'
import { route } from '@/http/route'
import { GOVERNED_COLLECTIONS } from '@/vocabulary'

/** Where a document stands and what the signed-in person may do with it: what the rail of the admin shows. */
export const GET = route<{ collection: string; id: string }>(async ({ request, params, deps }) => {
  const collection = z.enum(GOVERNED_COLLECTIONS).safeParse(params.collection)
  if (!collection.success) throw notFound(`There is no collection “${params.collection}” with a workflow.`)
  const user = await authenticateUser(deps.payload, request)
  const workflow = await readWorkflow({
    payload: deps.payload,
    actor: actorOf(user),
    collection: collection.data,
    id: params.id,
  })
  return Response.json(workflow, { headers: { 'cache-control': 'no-store' } })
})
