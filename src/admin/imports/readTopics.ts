import type { Payload } from 'payload'
import type { TopicChoice } from './topicChoice'

/** What a text may be about, by name. */
export const readTopics = async (payload: Payload): Promise<TopicChoice[]> => {
  const { docs } = await payload.find({
    collection: 'topics',
    sort: 'name',
    depth: 0,
    pagination: false,
    select: { name: true },
  })
  return docs.map(({ id, name }) => ({ id, name }))
}
