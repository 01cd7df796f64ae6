import { suggest } from '@/commands/assist/suggest'
import { whenWarm } from '@/http/askBot'
import { assistedBot, presentAssist } from '@/http/assist'
import { AssistRequestSchema } from '@/http/assistSchemas'
import { authenticateDesk, colleagueOf } from '@/http/handovers'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'

/** Helps a colleague in a live conversation. */
export const POST = route(({ request, deps }) =>
  whenWarm(deps, async () => {
    const caller = await authenticateDesk(deps.payload, request, 'read:handovers')
    const { value } = await readJson(request, AssistRequestSchema)
    const { messages: turns, bot: botId, agent, ...about } = value
    const colleague = colleagueOf(caller, agent)
    const { bot, readable } = await assistedBot(deps, caller, botId)
    const made = await suggest(deps, { ...about, bot, readable, turns, colleague })
    return Response.json(presentAssist(made), { headers: caller.headers })
  }),
)
