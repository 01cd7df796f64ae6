import { setSignIn } from '@/commands/webhooks/signIn'
import { authenticateWhoMay } from '@/http/authenticate'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { SignInSchema } from '@/http/webhookSchemas'

/** Keeps what an endpoint is signed in to with; it cannot be read again. */
export const POST = route<{ id: string }>(async ({ request, params, deps: { payload } }) => {
  const user = await authenticateWhoMay(payload, request, 'manageWebhooks')
  const { value } = await readJson(request, SignInSchema)
  await setSignIn({ payload, user }, { webhookId: params.id, ...value })
  return Response.json({ set: value.authorization !== null })
})
