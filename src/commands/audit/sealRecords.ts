import { sql } from '@payloadcms/db-sqlite'
import type { Payload, PayloadRequest } from 'payload'
import { addAuditRow, SYSTEM } from '../../records/recordAudit'
import { inTransaction } from '../../database/transaction'
import { emptyTree } from '../../governance/merkleTree'
import { provableBatch, withBatch } from '../../governance/provable'
import { startBatch, type RecordSeal } from '../../governance/recordSeal'
import { SEALED } from '../verify/claims'
import { counted } from '../../vocabulary'
import { readTree } from './readTree'

/** Seals in one batch: so few that answers hardly wait for the one writer of SQLite. */
export const BATCH = 500

/** How many seals wait to be gathered into the chain. */
export async function waitingSeals(payload: Payload): Promise<number> {
  const where = { batch: { exists: false } }
  return (await payload.db.count({ collection: 'record-seals', where, req: {} })).totalDocs
}

/** Gathers every seal that waits into the audit chain, batch by batch. @returns how many there were. */
export async function sealRecords(payload: Payload): Promise<number> {
  for (let count = 0; ;) {
    const sealed = await inTransaction({ payload }, sealBatch)
    count += sealed
    if (sealed < BATCH) return count
  }
}

async function sealBatch(req: PayloadRequest): Promise<number> {
  const { docs } = await req.payload.db.find<RecordSeal & Record<string, unknown>>({
    collection: 'record-seals',
    where: { batch: { exists: false } },
    sort: 'id',
    limit: BATCH,
    pagination: false,
    req,
  })
  if (!docs.length) return 0
  const gathered = startBatch()
  for (const seal of docs) gathered.add(seal)
  const provable = provableBatch(docs.flatMap(({ digest }) => digest ?? []))
  const tree = (await readTree(req.payload, { req })) ?? emptyTree()
  const seq = await addAuditRow(req, {
    action: SEALED,
    actor: SYSTEM,
    subject: { collection: 'record-seals', id: docs[0]?.id ?? '', title: counted(docs.length, 'record') },
    detail: { batch: { ...gathered.batch(), provable }, tree: withBatch(tree, provable) },
  })
  await setBatch(req, { ids: docs.map(({ id }) => id), seq })
  return docs.length
}

interface SqliteSessions {
  sessions: Record<string, { db: { run?: (query: unknown) => Promise<unknown> } }>
}

/** One statement where the adapter would send one for each row. */
async function setBatch(req: PayloadRequest, { ids, seq }: { ids: string[]; seq: number }): Promise<void> {
  const { db } = req.payload
  const session = (db as unknown as SqliteSessions).sessions?.[String(await req.transactionID)]?.db
  if (db.name === 'sqlite' && session?.run) {
    const list = sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )
    await session.run(sql`UPDATE record_seals SET batch = ${seq} WHERE id IN (${list})`)
    return
  }
  const where = { id: { in: ids } }
  await db.updateMany({ collection: 'record-seals', where, data: { batch: seq }, returning: false, req })
}
