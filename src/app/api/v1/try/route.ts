import { AnswerRequestSchema } from '@/answer/schema'
import { tryQuestion, type Trial } from '@/commands/tryQuestion'
import { may } from '@/governance/permissions'
import { authenticateUser } from '@/http/authenticate'
import { forbidden } from '@/http/problem'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { TryRequestSchema } from '@/http/trySchemas'

/** Asks as a bot on behalf of the person who is signed in. */
export const POST = route(async ({ request, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  if (!may(user, 'readRecords'))
    throw forbidden('Agents read hand-overs and texts; trying bots is for the others.')
  const { value } = await readJson(request, TryRequestSchema)
  const { bot: botId, ...asked } = value
  const trial: Trial = await tryQuestion(deps, { user, botId, request: AnswerRequestSchema.parse(asked) })
  return Response.json(trial)
})
