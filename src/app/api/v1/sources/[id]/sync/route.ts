import { queueSync } from '@/commands/queueSync'
import { onlyWho } from '@/governance/permissionWords'
import { may } from '@/governance/permissions'
import { authenticateUser } from '@/http/authenticate'
import { forbidden } from '@/http/problem'
import { route } from '@/http/route'
import type { SyncQueued } from '@/http/schemas'

/** Queues a sync of a source for the worker. */
export const POST = route<{ id: string }>(async ({ request, params, deps: { payload } }) => {
  const user = await authenticateUser(payload, request)
  if (!may(user, 'syncSources')) throw forbidden(`${onlyWho('syncSources')} Ask one of them.`)
  const queued: SyncQueued = { id: params.id, queuedAt: await queueSync(payload, params.id) }
  return Response.json(queued, { status: 202 })
})
