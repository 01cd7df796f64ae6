import type { Payload, PayloadRequest } from 'payload'
import type { Teams } from '../../handover/teamFor'
import type { HandoverCause } from '../../vocabulary'

/** The queue of the first topic, by name, that takes over for each cause. */
export async function readTeams(payload: Payload, req?: PayloadRequest): Promise<Teams> {
  const { docs } = await payload.find({
    collection: 'topics',
    sort: 'name',
    depth: 0,
    pagination: false,
    select: { queue: true, takesOver: true },
    ...(req && { req }),
  })
  const teams = new Map<HandoverCause, string>()
  for (const { queue, takesOver } of docs)
    for (const cause of (queue && takesOver) || []) if (queue && !teams.has(cause)) teams.set(cause, queue)
  return teams
}
