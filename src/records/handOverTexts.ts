import type { PayloadRequest } from 'payload'
import type { User } from '../../payload-types'
import { GOVERNED_COLLECTIONS } from '../vocabulary'
import { recordAudit } from './recordAudit'
import { personOf } from './personOf'
import { titleOf } from './workingRow'
import { notify } from './notify'
import { readResponsible } from './responsible'

/**
 * Gives everything that a person who has left still owns to the lead of its topic, else to an admin; in the caller's
 * transaction.
 * @returns how many texts.
 */
export const handOverTexts = async (
  req: PayloadRequest,
  leaver: Pick<User, 'id' | 'name'>,
): Promise<number> => {
  const { leads } = await readResponsible(req.payload, req)
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
      const heir = leads(row.topic)[0] ?? null
      const title = titleOf(row)
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
