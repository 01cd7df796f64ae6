import { replayDelivery } from '@/commands/webhooks/replayDelivery'
import { route } from '@/http/route'
import { authenticateWebhookAdmin, presentMessage } from '@/http/webhooks'

/** Sends a message again, under its own id. */
export const POST = route<{ id: string }>(async ({ request, params, deps: { payload } }) => {
  const user = await authenticateWebhookAdmin(payload, request)
  return Response.json(presentMessage(await replayDelivery({ payload, user }, params.id)), { status: 202 })
})
