import { revokeBotKey } from '@/commands/botKeys'
import { authenticateWhoMay } from '@/http/authenticate'
import { route } from '@/http/route'

export const POST = route<{ id: string; prefix: string }>(
  async ({ request, params: { id, prefix }, deps: { payload } }) => {
    const user = await authenticateWhoMay(payload, request, 'manageBots', 'revoke keys')
    await revokeBotKey({ payload, user }, { botId: id, prefix })
    return new Response(null, { status: 204 })
  },
)
