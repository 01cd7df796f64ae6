import { revokeBotKey } from '@/commands/botKeys'
import { authenticateBotAdmin } from '@/http/botKeys'
import { route } from '@/http/route'

export const POST = route<{ id: string; prefix: string }>(
  async ({ request, params: { id, prefix }, deps: { payload } }) => {
    const user = await authenticateBotAdmin(payload, request, 'revoke keys')
    await revokeBotKey({ payload, user }, { botId: id, prefix })
    return new Response(null, { status: 204 })
  },
)
