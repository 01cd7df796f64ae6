import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { nowReads, readAhead, readOnce } from './readOnce'
import { writeRows } from './writeLater'

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
  for (const person of new Set(to)) {
    if (!person || person === by) continue
    const own = `${key}:${person}`
    if (await readOnce(req, toldOf(own), () => wasTold(req, own))) continue
    nowReads(req, toldOf(own), true)
    const row = {
      id: randomUUID(),
      to: person,
      kind,
      title: title.slice(0, 300),
      body: body ?? null,
      href: href ?? null,
      key: own,
      urgent: urgent ?? false,
    }
    await writeRows(req, { collection: 'notifications', rows: [row] })
  }
}

const toldOf = (key: string): string => `told ${key}`

const wasTold = async (req: PayloadRequest, key: string): Promise<boolean> =>
  (await req.payload.db.findOne({ collection: 'notifications', where: { key: { equals: key } }, req })) !==
  null

/** Looks up, with one query for many notices, which of them were given already. @param keys each with the person’s id. */
export const readTold = (req: PayloadRequest, keys: readonly string[]): Promise<void> =>
  readAhead(req, {
    names: keys.map(toldOf),
    none: false,
    read: async () => {
      const { docs } = await req.payload.db.find<{ key: string }>({
        collection: 'notifications',
        where: { key: { in: [...keys] } },
        pagination: false,
        limit: 0,
        req,
      })
      return new Map(docs.map(({ key }) => [toldOf(key), true]))
    },
  })

/** What asks someone to act on a text; once the text has moved on, nobody needs to. */
const ASKING = ['to_sign', 'changes_requested', 'signed']

/** Marks as read what earlier steps of these documents asked people to do, in the caller's transaction. */
export const settleNotices = async (
  req: PayloadRequest,
  ...documents: readonly { collection: string; id: string }[]
): Promise<void> => {
  const { docs } = await req.payload.find({
    collection: 'notifications',
    where: {
      and: [
        { readAt: { exists: false } },
        { kind: { in: ASKING } },
        { href: { in: documents.flatMap(addressesOf) } },
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

const addressesOf = ({ collection, id }: { collection: string; id: string }): string[] => [
  `/admin/collections/${collection}/${id}`,
  `/admin/review/${collection}/${id}`,
]
