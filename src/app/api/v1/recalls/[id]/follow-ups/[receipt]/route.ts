import { finishFollowUp } from '@/commands/recall/finishFollowUp'
import { RecallRefused } from '@/commands/recall/recallRelease'
import { authenticateUser } from '@/http/authenticate'
import { forbidden } from '@/http/problem'
import { readJson } from '@/http/readJson'
import { FollowUpSchema } from '@/http/recallSchemas'
import { route } from '@/http/route'

/** The person who is signed in has told a customer what is right now. */
export const POST = route<{ id: string; receipt: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const { value } = await readJson(request, FollowUpSchema)
  await finishFollowUp(deps, {
    recallId: params.id,
    receiptId: params.receipt,
    user,
    note: value.note,
  }).catch((error: unknown) => {
    throw error instanceof RecallRefused ? forbidden(error.message) : error
  })
  return Response.json({ state: 'done' })
})
