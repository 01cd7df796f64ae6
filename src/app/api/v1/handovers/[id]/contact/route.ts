import { readContact } from '@/commands/handovers/contactDetails'
import { authenticateDesk, colleagueOf } from '@/http/handovers'
import { ReadContactSchema } from '@/http/handoverSchemas'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'

/** How the customer is reached. Not a GET: it leaves a row in the audit log, which names who read it. */
export const POST = route<{ id: string }>(async ({ request, params, deps: { payload } }) => {
  const caller = await authenticateDesk(payload, request, 'read:handovers')
  const { value } = await readJson(request, ReadContactSchema)
  const contact = await readContact({ payload, colleague: colleagueOf(caller, value.agent) }, params.id)
  return Response.json(contact, { headers: caller.headers })
})
