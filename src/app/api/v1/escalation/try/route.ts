import { tryMessage } from '@/commands/escalation/tryMessage'
import { authenticateReader } from '@/http/authenticate'
import { TryMessageSchema } from '@/http/escalationSchemas'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'

/** What would become of a message, under the policies in force and under the drafts. */
export const POST = route(async ({ request, deps }) => {
  await authenticateReader(
    deps.payload,
    request,
    'Agents read hand-overs and texts; trying policies is for the others.',
  )
  const { value } = await readJson(request, TryMessageSchema)
  return Response.json(await tryMessage(deps, value))
})
