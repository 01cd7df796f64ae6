import type { Payload } from 'payload'

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80) || 'topic'

/**
 * Finds topics by name or slug, making those that are new; each is looked up once.
 * @param approvers who signs the sensitive texts of a topic that is new.
 */
export const topicIds = (
  payload: Payload,
  { approvers = [] }: { approvers?: readonly string[] } = {},
): ((name: string) => Promise<string>) => {
  const known = new Map<string, Promise<string>>()
  const findOrCreate = async (name: string, slug: string): Promise<string> => {
    const { docs } = await payload.find({
      collection: 'topics',
      where: { slug: { equals: slug } },
      depth: 0,
      limit: 1,
      pagination: false,
    })
    if (docs[0]) return docs[0].id
    const topic = { name: name.slice(0, 80), slug, approvers: [...approvers] }
    return (await payload.create({ collection: 'topics', data: topic })).id
  }
  return (name) => {
    const slug = slugOf(name)
    const id = known.get(slug) ?? findOrCreate(name, slug)
    known.set(slug, id)
    return id
  }
}
