import { limitBotKey } from '@/commands/botKeys'
import { authenticateWhoMay } from '@/http/authenticate'
import { KeyLimitsSchema } from '@/http/keySchemas'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'

export const POST = route<{ id: string; prefix: string }>(
  async ({ request, params: { id, prefix }, deps: { payload } }) => {
    const user = await authenticateWhoMay(payload, request, 'manageBots', 'change keys')
    const { value: limits } = await readJson(request, KeyLimitsSchema)
    await limitBotKey({ payload, user }, { botId: id, prefix, limits })
    return new Response(null, { status: 204 })
  },
)
