import type { Payload, PayloadRequest } from 'payload'
import type { Actor } from '../governance/types'
import { notGenuine } from './genuine'

const CHANGED =
  'was changed behind Vouch’s back. Nothing was done; an admin finds out what with: npm run -s vouch -- verify'

/**
 * Why a person cannot act on a text: their account, one that they stand in for, what lends them its right, or the topic that
 * names who signs is not what Vouch wrote. Null when all are. A role that someone took in the database signs nothing.
 */
export async function whyNotGenuine(
  payload: Payload,
  { actor, topics, req }: { actor: Actor | null; topics: readonly string[]; req: PayloadRequest },
): Promise<string | null> {
  const lenders = actor?.standsInFor ?? []
  const delegations = actor && lenders.length ? await delegationsTo(payload, actor.id, req) : []
  const wrong = await notGenuine(
    payload,
    [
      ...[...(actor ? [actor] : []), ...lenders].map(({ id }) => ({ of: 'users', id })),
      ...delegations.map((id) => ({ of: 'delegations', id })),
      ...topics.map((id) => ({ of: 'topics', id })),
    ],
    req,
  )
  const [first] = wrong
  if (!first) return null
  const what =
    { users: 'An account', delegations: 'The stand-in', topics: 'The topic' }[first.of] ?? 'Something'
  return `${what} that this would be done with ${CHANGED}`
}

async function delegationsTo(payload: Payload, to: string, req: PayloadRequest): Promise<string[]> {
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'delegations',
    where: { and: [{ to: { equals: to } }, { endsAt: { greater_than: new Date().toISOString() } }] },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => id)
}
