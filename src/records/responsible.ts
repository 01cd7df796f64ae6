import type { Payload, PayloadRequest } from 'payload'
import { may } from '../governance/permissions'
import { hasLeft } from './hasLeft'
import { idOf } from './content'

/** Who looks after texts, as ids of people who are here. */
export interface Responsible {
  /** The text's owner; null for none, and for one who has left. */
  owner: (owner: unknown) => string | null
  /** The lead of its topic; where that is nobody, the admins, the longest here first. */
  leads: (topic: unknown) => string[]
}

/** Reads who is here and who leads which topic. */
export const readResponsible = async (payload: Payload, req?: PayloadRequest): Promise<Responsible> => {
  const all = { depth: 0, pagination: false, ...(req && { req }) } as const
  const { docs: users } = await payload.find({ collection: 'users', sort: 'createdAt', ...all })
  const { docs: topics } = await payload.find({ collection: 'topics', ...all })
  const present = users.filter((user) => !hasLeft(user))
  const here = new Set(present.map(({ id }) => id))
  const admins = present.filter((user) => may(user, 'leadLostTopics')).map(({ id }) => id)
  const leadOf = new Map(topics.map(({ id, lead }) => [id, idOf(lead)]))
  return {
    owner: (owner) => {
      const id = idOf(owner)
      return id && here.has(id) ? id : null
    },
    leads: (topic) => {
      const lead = leadOf.get(idOf(topic) ?? '')
      return lead && here.has(lead) ? [lead] : admins
    },
  }
}
