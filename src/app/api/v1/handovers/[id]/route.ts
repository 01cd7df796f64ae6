import { findHandover } from '@/commands/handovers/onHandover'
import { readDossier } from '@/commands/handovers/readHandovers'
import { authenticateDesk, presentDossier } from '@/http/handovers'
import { route } from '@/http/route'

/** One hand-over with its package. Another bot's is one that does not exist. */
export const GET = route<{ id: string }>(async ({ request, params, deps: { payload } }) => {
  const { bot, headers } = await authenticateDesk(payload, request, 'read:handovers')
  const handover = await findHandover(payload, { id: params.id, bot: bot?.id ?? null })
  return Response.json(presentDossier(await readDossier(payload, { handover, reader: bot })), { headers })
})
