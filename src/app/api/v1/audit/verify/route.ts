import { checkAuditChain } from '@/commands/checkAuditChain'
import { authenticateWhoMay } from '@/http/authenticate'
import { route } from '@/http/route'

/** Walks the audit chain now, and says where it breaks. */
export const POST = route(async ({ request, deps }) => {
  await authenticateWhoMay(deps.payload, request, 'readAudit')
  return Response.json(await checkAuditChain(deps.payload))
})
