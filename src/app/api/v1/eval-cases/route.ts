import { CaseRefused, keepCase } from '@/commands/storedCases/keepCase'
import { authenticateUser } from '@/http/authenticate'
import { forbidden } from '@/http/problem'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { KeepCaseSchema } from '@/http/trySchemas'

/** Keeps a question that was tried as an eval case. */
export const POST = route(async ({ request, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const { value } = await readJson(request, KeepCaseSchema)
  const { bot: botId, ...kept } = value
  try {
    return Response.json(await keepCase(deps, { user, botId, ...kept }), { status: 201 })
  } catch (error) {
    throw error instanceof CaseRefused ? forbidden(error.message) : error
  }
})
