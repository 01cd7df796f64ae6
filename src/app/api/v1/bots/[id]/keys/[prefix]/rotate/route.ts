import { rotateBotKey } from '@/commands/botKeys'
import { authenticateWhoMay } from '@/http/authenticate'
import { RotateKeySchema } from '@/http/keySchemas'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'

const HOUR_MS = 3_600_000

export const POST = route<{ id: string; prefix: string }>(
  async ({ request, params: { id, prefix }, deps: { payload } }) => {
    const user = await authenticateWhoMay(payload, request, 'manageBots', 'replace keys')
    const { value } = await readJson(request, RotateKeySchema)
    const overlapMs = value.overlapHours * HOUR_MS
    return Response.json(await rotateBotKey({ payload, user }, { botId: id, prefix, overlapMs }), {
      status: 201,
    })
  },
)
