import { revokeBotKey } from '@/commands/botKeys'
import { authenticateUser } from '@/http/authenticate'
import { forbidden } from '@/http/problem'
import { route } from '@/http/route'

export const POST = route<{ id: string; prefix: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  if (!user.roles.includes('admin')) throw forbidden('Only admins revoke keys.')
  await revokeBotKey({ payload: deps.payload, user }, { botId: params.id, prefix: params.prefix })
  return new Response(null, { status: 204 })
})
