import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { Topic, User } from '../../payload-types'
import { GOVERNED_COLLECTIONS } from '../../src/vocabulary'
import { recordAudit } from '../audit/recordAudit'
import { personOf } from '../audit/auditChanges'
import { idOf } from '../governed/content'
import { notify } from '../notifications/notify'
import { hasLeft } from './leavers'

/** When someone leaves, what they own goes to the lead of its topic, who is told; without a lead to an admin. */
export const handOverWhenLeft: CollectionAfterChangeHook<User> = async ({ doc, previousDoc, req }) => {
  if (hasLeft(doc) && !(previousDoc && hasLeft(previousDoc))) await handOverTexts(req, doc)
  return doc
}

/**
 * Gives everything that a person who has left still owns to the lead of its topic, else to an admin; in the caller's
 * transaction.
 * @returns how many texts.
 */
export const handOverTexts = async (
  req: PayloadRequest,
  leaver: Pick<User, 'id' | 'name'>,
): Promise<number> => {
  const heirs = await heirsOf(req, leaver.id)
  let count = 0
  for (const collection of GOVERNED_COLLECTIONS) {
    const { docs } = await req.payload.find({
      collection,
      where: { owner: { equals: leaver.id } },
      depth: 0,
      pagination: false,
      req,
    })
    for (const row of docs) {
      const heir = heirs.lead(idOf(row.topic)) ?? heirs.admin
      const title = 'title' in row ? row.title : row.question
      await req.payload.db.updateOne({ collection, id: row.id, data: { ...row, owner: heir }, req })
      await recordAudit(req, {
        action: 'document.owner_changed',
        actor: personOf(req),
        subject: { collection, id: row.id, title },
        detail: { from: leaver.id, to: heir, because: `${leaver.name} left` },
      })
      await notify(req, {
        to: [heir],
        kind: 'owner_left',
        title: `You now own “${title}”`,
        body: `${leaver.name} has left.`,
        href: `/admin/collections/${collection}/${row.id}`,
        key: `owner:${row.id}:${leaver.id}`,
      })
      count++
    }
  }
  return count
}

const heirsOf = async (
  req: PayloadRequest,
  leaver: string,
): Promise<{ lead: (topic: string | null) => string | null; admin: string | null }> => {
  const { docs: users } = await req.payload.find({
    collection: 'users',
    where: { id: { not_equals: leaver } },
    sort: 'createdAt',
    depth: 0,
    pagination: false,
    req,
  })
  const present = users.filter((user) => !hasLeft(user))
  const { docs: topics } = await req.payload.find({ collection: 'topics', depth: 0, pagination: false, req })
  const leads = new Map(topics.map((topic: Topic) => [topic.id, idOf(topic.lead)]))
  return {
    lead: (topic) => {
      const lead = topic ? leads.get(topic) : null
      return present.some(({ id }) => id === lead) ? (lead ?? null) : null
    },
    admin: present.find(({ roles }) => roles.includes('admin'))?.id ?? null,
  }
}
