import { newSecret } from '@/commands/webhooks/secrets'
import { route } from '@/http/route'
import { authenticateWebhookAdmin } from '@/http/webhooks'

/** A new secret for an endpoint, told this once; the one before signs beside it for a day. */
export const POST = route<{ id: string }>(async ({ request, params, deps: { payload } }) => {
  const user = await authenticateWebhookAdmin(payload, request)
  return Response.json({ secret: await newSecret({ payload, user }, params.id) }, { status: 201 })
})
