import { createBotKey } from '@/commands/botKeys'
import { onlyWho } from '@/governance/permissionWords'
import { may } from '@/governance/permissions'
import { authenticateUser } from '@/http/authenticate'
import { forbidden } from '@/http/problem'
import { route } from '@/http/route'

export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  if (!may(user, 'manageBots')) throw forbidden(onlyWho('manageBots', 'create keys'))
  return Response.json(
    { key: await createBotKey({ payload: deps.payload, user }, params.id) },
    { status: 201 },
  )
})
