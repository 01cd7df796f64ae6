import { createBotKey } from '@/commands/botKeys'
import { authenticateWhoMay } from '@/http/authenticate'
import { NewKeySchema } from '@/http/keySchemas'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'

export const POST = route<{ id: string }>(async ({ request, params, deps: { payload } }) => {
  const user = await authenticateWhoMay(payload, request, 'manageBots', 'create keys')
  // Without a body it is a key for anything, as it was before there were limits.
  const value = request.headers.has('content-type') ? (await readJson(request, NewKeySchema)).value : {}
  return Response.json({ key: await createBotKey({ payload, user }, params.id, value) }, { status: 201 })
})
