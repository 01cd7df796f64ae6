import type { Payload, PayloadRequest } from 'payload'
import { groupBy } from '../groupBy'
import { forgetRead, readAhead, readOnce } from './readOnce'
import type { EscalationPolicy, Faq, Policy } from '../../payload-types'
import type { GovernedCollection } from '../vocabulary'

/** A governed document as its collection stores it: its newest version. */
export type WorkingRow = Policy | Faq | EscalationPolicy

/** Null when there is no such document, or it is in the trash. */
export const findWorkingRow = (
  payload: Payload,
  { collection, id, req }: Place & { req?: PayloadRequest | undefined },
): Promise<WorkingRow | null> =>
  readOnce(req, nameOf({ collection, id }), async () => {
    const { docs } = await payload.find({
      collection,
      where: { id: { equals: id } },
      depth: 0,
      limit: 1,
      pagination: false,
      ...(req && { req }),
    })
    return docs[0] ?? null
  })

interface Place {
  collection: GovernedCollection
  id: string
}

const nameOf = ({ collection, id }: Place): string => `working row ${collection}/${id}`

/** Reads the rows that `findWorkingRow` will be asked for, with one query for all of a collection (records/readOnce). */
export const readWorkingRows = async (req: PayloadRequest, places: readonly Place[]): Promise<void> => {
  for (const [collection, own] of groupBy(places, (place) => place.collection)) {
    const ids = own.map(({ id }) => id)
    await readAhead<WorkingRow | null>(req, {
      names: ids.map((id) => nameOf({ collection, id })),
      none: null,
      read: async () => {
        const where = { id: { in: ids } }
        const { docs } = await req.payload.find({ collection, where, depth: 0, pagination: false, req })
        return new Map(docs.map((row) => [nameOf({ collection, id: row.id }), row]))
      },
    })
  }
}

/** After this transaction has written the row. */
export const forgetWorkingRow = (req: PayloadRequest, place: Place): void => forgetRead(req, nameOf(place))

/** What a document is called: a policy by its title, an FAQ by its question. */
export const titleOf = (row: Pick<Policy | EscalationPolicy, 'title'> | Pick<Faq, 'question'>): string =>
  'title' in row ? row.title : row.question
