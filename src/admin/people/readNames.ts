import type { Payload } from 'payload'

/** Names of people by their ids; those who are gone for good are missing. */
export const readNames = async (payload: Payload, ids: readonly string[]): Promise<Map<string, string>> => {
  if (!ids.length) return new Map()
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { in: [...new Set(ids)] } },
    depth: 0,
    pagination: false,
    select: { name: true },
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}
