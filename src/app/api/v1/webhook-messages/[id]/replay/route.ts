import { replayDelivery } from '@/commands/webhooks/replayDelivery'
import { authenticateWhoMay } from '@/http/authenticate'
import { route } from '@/http/route'
import { presentMessage } from '@/http/webhooks'

/** Sends a message again, under its own id. */
export const POST = route<{ id: string }>(async ({ request, params, deps: { payload } }) => {
  const user = await authenticateWhoMay(payload, request, 'manageWebhooks')
  return Response.json(presentMessage(await replayDelivery({ payload, user }, params.id)), { status: 202 })
})
