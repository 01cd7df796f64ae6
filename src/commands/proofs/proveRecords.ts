import type { Payload } from 'payload'
import { latestSeals, readSealedRows, sealedContent, sealHolds } from '../../database/sealRows'
import { pagesOf } from '../../database/pages'
import { VouchError } from '../../errors'
import { leafHash, pathTo, type TreeHead } from '../../governance/merkleTree'
import { batchLeaf, shownOutside } from '../../governance/provable'
import type { ProvableBatch, RecordSeal } from '../../governance/recordSeal'
import { auditKeysOf } from '../../records/auditKeys'
import type { AuditLog } from '../../../payload-types'
import { SEALED } from '../verify/claims'

/** One revision of a record as it may be shown, with what proves that it is in the tree. */
export interface ProvedRecord {
  of: string
  id: string
  revision: number
  at: string
  content: Record<string, unknown>
  proof: {
    /** The place in its batch, how many are in it, and the hashes up to the root of the batch. */
    index: number
    count: number
    path: string[]
    /** The place of the batch in the tree of batches, and the hashes up to its root. */
    batch: number
    batchPath: string[]
  }
}

/** Every batch in the order in which it was added to the tree. */
export interface BatchLog {
  batches: { seq: number; leaf: string }[]
  head: TreeHead
}

/** Reads the tree of batches, as it was at an audit row. @throws {VouchError} when nothing was sealed that can be proved. */
export async function readBatchLog(payload: Payload, { upTo }: { upTo: number }): Promise<BatchLog> {
  const batches: BatchLog['batches'] = []
  let head: TreeHead | null = null
  for await (const page of pagesOf<AuditLog>(payload, {
    collection: 'audit-log',
    by: 'seq',
    where: { and: [{ action: { equals: SEALED } }, { seq: { less_than_equal: upTo } }] },
  }))
    for (const { seq, detail } of page) {
      const { batch, tree } = (detail ?? {}) as { batch?: { provable?: ProvableBatch }; tree?: TreeHead }
      if (!batch?.provable || !tree) continue
      batches.push({ seq, leaf: batchLeaf(batch.provable) })
      head = { size: tree.size, root: tree.root }
    }
  if (!head)
    throw new VouchError(
      'Nothing is sealed yet that can be proved outside. Start the worker once, and try again.',
    )
  return { batches, head }
}

/**
 * Proves the last revision of records of one collection.
 * @throws {VouchError} where one is not there, is not as it was stored, or is not in the tree.
 */
export async function proveRecords(
  payload: Payload,
  { of, ids, log }: { of: string; ids: readonly string[]; log: BatchLog },
): Promise<ProvedRecord[]> {
  const reading = { db: payload.db, req: {} }
  const wanted = [...new Set(ids)]
  const [rows, seals] = await Promise.all([
    readSealedRows(reading, { of, ids: wanted }),
    latestSeals(reading, { of, ids: wanted }),
  ])
  const keys = auditKeysOf(payload)
  const proved: ProvedRecord[] = []
  for (const id of wanted) {
    const [row, seal] = [rows.get(id), seals.get(id)]
    if (!row || !seal || !sealHolds({ seal, row, keys }))
      throw new VouchError(
        `The record ${of}/${id} is ${row ? 'not as Vouch stored it' : 'gone'}, so it cannot be proved. See: npm run -s vouch -- verify`,
      )
    const content = sealedContent(of, row)
    const shown = content && shownOutside(of, content)
    if (!shown || !seal.digest)
      throw new VouchError(
        `The record ${of}/${id} was sealed before records could be proved outside. Start the worker once, and try again.`,
      )
    const { revision, at } = seal
    proved.push({ of, id, revision, at, content: shown, proof: await proofOf(payload, { seal, log }) })
  }
  return proved
}

async function proofOf(
  payload: Payload,
  { seal, log }: { seal: RecordSeal; log: BatchLog },
): Promise<ProvedRecord['proof']> {
  const batch = log.batches.findIndex(({ seq }) => seq === seal.batch)
  const { docs } = await payload.db.find<RecordSeal & Record<string, unknown>>({
    collection: 'record-seals',
    where: { and: [{ batch: { equals: seal.batch } }, { digest: { exists: true } }] },
    sort: 'id',
    limit: 0,
    pagination: false,
    select: { digest: true },
    req: {},
  })
  const leaves = docs.map(({ digest }) => leafHash(digest ?? ''))
  const index = docs.findIndex(({ id }) => id === seal.id)
  if (batch < 0 || index < 0)
    throw new VouchError(
      `The record ${seal.of}/${seal.rowId} is not in the audit log. See: npm run -s vouch -- verify`,
    )
  return {
    index,
    count: leaves.length,
    path: pathTo(index, leaves),
    batch,
    batchPath: pathTo(
      batch,
      log.batches.map(({ leaf }) => leaf),
    ),
  }
}
