import type { PayloadRequest } from 'payload'
import { nameSkeleton } from '../governance/nameSkeleton'
import { SYSTEM } from './recordAudit'

/** Names that the record gives to what nobody did, or to whom nobody knows. */
const RESERVED = [SYSTEM.name, 'Someone', 'system', 'Importer']

/** Why a person cannot be called so, for they could be taken for another; null when they can. */
export async function nameTaken(
  req: PayloadRequest,
  { name, except }: { name: unknown; except: string | null },
): Promise<string | null> {
  // What is no text at all comes through the API; Payload's own check of the field is not made for every form of it.
  const skeleton = typeof name === 'string' ? nameSkeleton(name) : ''
  if (!skeleton) return 'A name has at least one letter.'
  if (RESERVED.some((reserved) => nameSkeleton(reserved) === skeleton))
    return 'That name stands in the record for something else. Choose another.'
  const { docs } = await req.payload.find({
    collection: 'users',
    depth: 0,
    pagination: false,
    select: { name: true },
    req,
  })
  const other = docs.find((each) => each.id !== except && nameSkeleton(each.name) === skeleton)
  return other
    ? `There is a person called “${other.name}” already. Add something that tells the two apart.`
    : null
}
