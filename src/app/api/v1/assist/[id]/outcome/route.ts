import { labelSuggestions } from '@/commands/assist/labelSuggestions'
import { AssistOutcomeSchema } from '@/http/assistSchemas'
import { authenticateDesk, colleagueOf } from '@/http/handovers'
import { idempotencyKeyOf } from '@/http/idempotencyKey'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'

/** Keeps what a colleague made of a suggestion. */
export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const caller = await authenticateDesk(deps.payload, request, 'write:handovers')
  const { value } = await readJson(request, AssistOutcomeSchema)
  const { label, suggestion, text = null, agent } = value
  const colleague = colleagueOf(caller, agent)
  const idempotencyKey = idempotencyKeyOf(request)
  const of = { assistId: params.id, botId: caller.bot?.id ?? null, label, suggestion, text }
  const id = await labelSuggestions(deps, { ...of, colleague, idempotencyKey })
  return Response.json({ id }, { status: 201, headers: caller.headers })
})
