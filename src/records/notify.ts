import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'

export interface Notice {
  /** Ids of users. */
  to: readonly (string | null)[]
  /** Who made it happen, and so is not told. */
  by?: string
  kind: string
  title: string
  body?: string
  /** An address within the admin. */
  href?: string
  /** Names the occasion: the same one is told once to a person. */
  key: string
  /** Mailed at once, whatever the person chose. */
  urgent?: boolean
}

/** Tells people something, in the caller's transaction: who is told of a step is told of one that happened. */
export const notify = async (
  req: PayloadRequest,
  { to, by, kind, title, body, href, key, urgent }: Notice,
): Promise<void> => {
  const { db } = req.payload
  for (const person of new Set(to)) {
    if (!person || person === by) continue
    const own = `${key}:${person}`
    const known = await db.findOne({ collection: 'notifications', where: { key: { equals: own } }, req })
    if (known) continue
    await db.create({
      collection: 'notifications',
      data: {
        id: randomUUID(),
        to: person,
        kind,
        title: title.slice(0, 300),
        body: body ?? null,
        href: href ?? null,
        key: own,
        urgent: urgent ?? false,
      },
      req,
      returning: false,
    })
  }
}

/** What asks someone to act on a text; once the text has moved on, nobody needs to. */
const ASKING = ['to_sign', 'changes_requested', 'signed']

/** Marks as read what earlier steps of a document asked people to do, in the caller's transaction. */
export const settleNotices = async (
  req: PayloadRequest,
  { collection, id }: { collection: string; id: string },
): Promise<void> => {
  const { docs } = await req.payload.find({
    collection: 'notifications',
    where: {
      and: [
        { readAt: { exists: false } },
        { kind: { in: ASKING } },
        { href: { in: [`/admin/collections/${collection}/${id}`, `/admin/review/${collection}/${id}`] } },
      ],
    },
    depth: 0,
    pagination: false,
    select: {},
    req,
  })
  const readAt = new Date().toISOString()
  for (const notice of docs)
    await req.payload.db.updateOne({ collection: 'notifications', id: notice.id, data: { readAt }, req })
}
