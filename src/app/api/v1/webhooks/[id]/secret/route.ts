import { newSecret } from '@/commands/webhooks/secrets'
import { authenticateWhoMay } from '@/http/authenticate'
import { route } from '@/http/route'

/** A new secret for an endpoint, told this once; the one before signs beside it for a day. */
export const POST = route<{ id: string }>(async ({ request, params, deps: { payload } }) => {
  const user = await authenticateWhoMay(payload, request, 'manageWebhooks')
  return Response.json({ secret: await newSecret({ payload, user }, params.id) }, { status: 201 })
})
