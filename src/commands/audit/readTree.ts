import type { Payload, PayloadRequest } from 'payload'
import type { AuditLog } from '../../../payload-types'
import type { GrowingTree } from '../../governance/merkleTree'
import { SEALED } from '../verify/claims'

/** The tree of batches as the last one left it, or as it was at an audit row; null before there was one. */
export async function readTree(
  { db }: Pick<Payload, 'db'>,
  { upTo, req = {} }: { upTo?: number; req?: Partial<PayloadRequest> } = {},
): Promise<GrowingTree | null> {
  const { docs } = await db.find<AuditLog>({
    collection: 'audit-log',
    where: {
      and: [
        { action: { equals: SEALED } },
        ...(upTo === undefined ? [] : [{ seq: { less_than_equal: upTo } }]),
      ],
    },
    sort: '-seq',
    limit: 1,
    pagination: false,
    req,
  })
  return (docs[0]?.detail as { tree?: GrowingTree } | undefined)?.tree ?? null
}
