import type { Deps } from '../../deps'
import type { ChainHead } from '../../governance/auditChain'
import { KEYED } from '../../governance/auditChain'
import type { AuditLog } from '../../../payload-types'
import { headPlaces, readHeads } from '../../records/auditHeads'
import { walkAuditTrail } from '../verify/auditTrail'
import { verifyBatches } from '../verify/batches'
import type { Break } from '../verify/break'
import { verifySealedCollection } from '../verify/seals'

/** Whether every receipt that was ever stored is there, as it was stored. */
export interface ReceiptLog {
  /** What speaks against it, a sentence each. */
  breaks: string[]
  /** Receipts by the id of those that are not as they were stored. */
  broken: ReadonlySet<string>
  /** The last row of the audit log: with it, what was said can be held against a head that was written elsewhere. */
  head: ChainHead
  /** From when on the log has a key; before that nothing tells of what is gone. */
  keyedSince: string | null
}

/**
 * Holds the receipts against their seals, the seals against the audit log, and the log against the heads that were written
 * elsewhere. What an admin has accepted counts too: an accepted loss is still a loss.
 */
export async function checkReceiptLog({ payload, env }: Pick<Deps, 'payload' | 'env'>): Promise<ReceiptLog> {
  const found: Break[] = []
  const verifying = {
    payload,
    report: (each: Break): void => void found.push(each),
    onProgress: () => {},
  }
  const heads = await readHeads(headPlaces(env).file)
  const { head, claims } = await walkAuditTrail(verifying, heads)
  await verifyBatches(verifying, claims)
  const broken = new Set<string>()
  await verifySealedCollection(
    {
      ...verifying,
      report: (each) => {
        broken.add(each.id)
        verifying.report(each)
      },
    },
    'answers',
  )
  const removed = await removedReceipts(payload)
  return {
    breaks: [...found.map(({ message }) => message), ...removed],
    broken,
    head,
    keyedSince: await keyedSince(payload),
  }
}

/** Vouch deletes no receipt; one whose loss was accepted is sealed as gone. */
async function removedReceipts({ db }: Deps['payload']): Promise<string[]> {
  const { docs } = await db.find<{ id: string; rowId: string; at: string }>({
    collection: 'record-seals',
    where: { and: [{ of: { equals: 'answers' } }, { gone: { equals: true } }] },
    sort: 'id',
    limit: 0,
    pagination: false,
    req: {},
  })
  return docs.map(({ rowId, at }) => `The receipt ${rowId} is gone; that was accepted at ${at}.`)
}

async function keyedSince({ db }: Deps['payload']): Promise<string | null> {
  const { docs } = await db.find<AuditLog>({
    collection: 'audit-log',
    where: { or: [{ action: { equals: KEYED } }, { seq: { equals: 1 } }] },
    sort: '-seq',
    limit: 1,
    pagination: false,
    req: {},
  })
  return docs[0]?.at ?? null
}
