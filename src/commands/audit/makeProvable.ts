import type { Payload } from 'payload'
import { insertRows } from '../../database/insertRows'
import { pagesOf } from '../../database/pages'
import { latestSeals, readSealedRows, sealAnew, sealHolds } from '../../database/sealRows'
import { inTransaction } from '../../database/transaction'
import { sealingOf } from '../../governance/coverage'
import type { RecordSeal } from '../../governance/recordSeal'
import { auditKeysOf } from '../../records/auditKeys'
import { recordAudit, SYSTEM } from '../../records/recordAudit'
import type { AuditLog } from '../../../payload-types'
import { counted } from '../../vocabulary'
import { SEALED } from '../verify/claims'
import { sealedCollections } from '../verify/seals'

const PROVABLE = 'records.made_provable'
const PAGE = 200

/**
 * Seals anew, once, what was sealed before it could be proved outside: a revision more of each record that is still as it was
 * stored, with a digest. Interrupted, it goes on at the next start. @returns how many.
 */
export async function makeProvable(payload: Payload): Promise<number> {
  if (!(await hasOldBatches(payload))) return 0
  let count = 0
  for (const of of sealedCollections(payload).filter((each) => sealingOf(each)?.outside))
    for await (const page of pagesOf<RecordSeal>(payload, {
      collection: 'record-seals',
      where: { and: [{ of: { equals: of } }, { digest: { exists: false } }, { gone: { equals: false } }] },
      size: PAGE,
    }))
      count += await sealPage(payload, { of, ids: [...new Set(page.map(({ rowId }) => rowId))] })
  await inTransaction({ payload }, (req) =>
    recordAudit(req, {
      action: PROVABLE,
      actor: SYSTEM,
      subject: { collection: 'record-seals', id: PROVABLE, title: counted(count, 'record') },
      detail: { records: count },
    }),
  )
  return count
}

async function hasOldBatches({ db }: Payload): Promise<boolean> {
  const first = async (action: string) =>
    (
      await db.find<AuditLog>({
        collection: 'audit-log',
        where: { action: { equals: action } },
        sort: 'seq',
        limit: 1,
        pagination: false,
        req: {},
      })
    ).docs[0]
  const sealed = await first(SEALED)
  const isOld = sealed !== undefined && !(sealed.detail as { tree?: unknown } | null)?.tree
  return isOld && (await first(PROVABLE)) === undefined
}

/** What does not hold is left as it is: a new seal would make it whole. */
async function sealPage(
  payload: Payload,
  { of, ids }: { of: string; ids: readonly string[] },
): Promise<number> {
  const keys = auditKeysOf(payload)
  return inTransaction({ payload }, async (req) => {
    const reading = { db: payload.db, req }
    const rows = await readSealedRows(reading, { of, ids })
    const seals = [...(await latestSeals(reading, { of, ids })).values()].flatMap((seal) => {
      const row = rows.get(seal.rowId)
      if (seal.digest || !row || !sealHolds({ seal, row, keys })) return []
      return [sealAnew({ of, id: seal.rowId, row, before: seal, keys })]
    })
    await insertRows(payload.db, { collection: 'record-seals', rows: seals, req })
    return seals.length
  })
}
