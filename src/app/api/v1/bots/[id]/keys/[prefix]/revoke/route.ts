import { revokeBotKey } from '@/commands/botKeys'
import { onlyWho } from '@/governance/permissionWords'
import { may } from '@/governance/permissions'
import { authenticateUser } from '@/http/authenticate'
import { forbidden } from '@/http/problem'
import { route } from '@/http/route'

export const POST = route<{ id: string; prefix: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  if (!may(user, 'manageBots')) throw forbidden(onlyWho('manageBots', 'revoke keys'))
  await revokeBotKey({ payload: deps.payload, user }, { botId: params.id, prefix: params.prefix })
  return new Response(null, { status: 204 })
})
