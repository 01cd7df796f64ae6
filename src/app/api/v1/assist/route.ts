import { assistColleague } from '@/commands/assist/assistColleague'
import { colleagueRoute, presentAssist } from '@/http/assist'
import { AssistRequestSchema } from '@/http/assistSchemas'
import { whenWarm } from '@/http/askBot'

/** What a colleague may say and do next in a conversation, from approved texts. */
export const POST = colleagueRoute(AssistRequestSchema, {
  scope: 'assist',
  act: (deps, { bot: botId, ...given }) =>
    whenWarm(deps, async () => presentAssist(await assistColleague(deps, { ...given, botId }))),
})
