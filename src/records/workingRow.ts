import type { Payload, PayloadRequest } from 'payload'
import type { Faq, Policy } from '../../payload-types'
import type { GovernedCollection } from '../vocabulary'

/** A governed document as its collection stores it: its newest version. */
export type WorkingRow = Policy | Faq

/** Null when there is no such document, or it is in the trash. */
export const findWorkingRow = async (
  payload: Payload,
  { collection, id, req }: { collection: GovernedCollection; id: string; req?: PayloadRequest | undefined },
): Promise<WorkingRow | null> => {
  const { docs } = await payload.find({
    collection,
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    ...(req && { req }),
  })
  return docs[0] ?? null
}

/** What a document is called: a policy by its title, an FAQ by its question. */
export const titleOf = (row: Pick<Policy, 'title'> | Pick<Faq, 'question'>): string =>
  'title' in row ? row.title : row.question
