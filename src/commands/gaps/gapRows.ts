import type { PayloadRequest } from 'payload'
import type { Gap } from '../../../payload-types'
import { NotFoundError } from '../governedDocument'

/** The gap as it is now. @throws {NotFoundError} */
export async function findGap(req: PayloadRequest, id: string): Promise<Gap> {
  const { docs } = await req.payload.find({
    collection: 'gaps',
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
  })
  if (!docs[0]) throw new NotFoundError(`There is no gap ${id}.`)
  return docs[0]
}

/** Writes the whole row, as it is now and changed: the adapter writes relations to several collections only together with the rest. */
export async function updateGap(req: PayloadRequest, id: string, changes: Partial<Gap>): Promise<void> {
  const gap = await findGap(req, id)
  await req.payload.db.updateOne({ collection: 'gaps', id, data: { ...gap, ...changes }, req })
}
