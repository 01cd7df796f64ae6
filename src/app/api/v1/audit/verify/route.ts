import { checkAuditChain } from '@/commands/checkAuditChain'
import { auditReader } from '@/http/audit'
import { route } from '@/http/route'

/** Walks the audit chain now, and says where it breaks. */
export const POST = route(async ({ request, deps }) => {
  await auditReader(deps.payload, request)
  return Response.json(await checkAuditChain(deps.payload))
})
