import type { PayloadRequest } from 'payload'
import { whyNotGenuine } from '../records/genuineActor'
import { nowReads, readOnce } from '../records/readOnce'

/** Why the topics that say who signs a text cannot be believed; null when they can (records/genuineActor). */
export const whyTopicsNotGenuine = (req: PayloadRequest, topics: readonly string[]): Promise<string | null> =>
  readOnce(req, nameOf(topics), () => whyNotGenuine(req.payload, { actor: null, topics, req }))

/** Looks at many topics at once, in a transaction that remembers; where one of them is not genuine, each is looked at for itself. */
export async function readGenuineTopics(req: PayloadRequest, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || (await whyNotGenuine(req.payload, { actor: null, topics: ids, req })) !== null)
    return
  for (const id of ids) nowReads<string | null>(req, nameOf([id]), null)
}

const nameOf = (topics: readonly string[]): string => `genuine topics ${topics.join(' ')}`
