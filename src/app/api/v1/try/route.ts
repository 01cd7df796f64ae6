import { AnswerRequestSchema } from '@/answer/schema'
import { tryQuestion, type Trial } from '@/commands/tryQuestion'
import { authenticateReader } from '@/http/authenticate'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { TryRequestSchema } from '@/http/trySchemas'

/** Asks as a bot on behalf of the person who is signed in. */
export const POST = route(async ({ request, deps }) => {
  const user = await authenticateReader(
    deps.payload,
    request,
    'Agents read hand-overs and texts; trying bots is for the others.',
  )
  const { value } = await readJson(request, TryRequestSchema)
  const { bot: botId, draft, ...asked } = value
  const asOne = AnswerRequestSchema.parse(asked)
  const trial: Trial = await tryQuestion(deps, { user, botId, draft, request: asOne })
  return Response.json(trial)
})
