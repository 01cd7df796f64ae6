import canonicalize from 'canonicalize'
import type { Deps } from '../../deps'
import { VouchError } from '../../errors'
import { sha256 } from '../../governance/hash'
import { sealRecords } from '../audit/sealRecords'
import { fullHead, publishHead } from '../audit/writeHeads'
import { proveRecords, readBatchLog, type ProvedRecord } from './proveRecords'

export const RECEIPT_FORMAT = 'vouch-receipt-1'

/** Everything that a receipt rests on, provable without this installation. */
export interface ReceiptFile {
  format: typeof RECEIPT_FORMAT
  /** What it is held against: the same must have been published by another way. */
  head: { seq: number; hash: string; tree: { size: number; root: string } }
  receipt: ProvedRecord
  releases: ProvedRecord[]
  approvals: ProvedRecord[]
  people: ProvedRecord[]
  /** Over all of the above. */
  hash: string
}

/**
 * Makes a file of a receipt: the receipt, the signed texts that it quotes, their signatures, who signed, and for each a proof
 * that it is in the tree whose head is published. What waits is sealed, and the head is written where heads go, first.
 * @returns canonical JSON (RFC 8785), a line.
 * @throws {VouchError} where there is no such receipt, or something that it rests on is not as it was stored.
 */
export async function exportReceipt(
  deps: Pick<Deps, 'payload' | 'env'>,
  { receiptId }: { receiptId: string },
): Promise<string> {
  const { payload } = deps
  const { totalDocs } = await payload.db.count({
    collection: 'answers',
    where: { id: { equals: receiptId } },
    req: {},
  })
  const { totalDocs: seals } = await payload.db.count({
    collection: 'record-seals',
    where: { and: [{ rowId: { equals: receiptId } }, { of: { equals: 'answers' } }] },
    req: {},
  })
  if (!totalDocs && !seals) throw new VouchError(`There is no receipt ${receiptId}.`)
  await sealRecords(payload)
  const head = await fullHead(payload)
  const log = await readBatchLog(payload, { upTo: head?.seq ?? 0 })
  const prove = (of: string, ids: readonly string[]) => proveRecords(payload, { of, ids, log })
  const [receipt] = await prove('answers', [receiptId])
  if (!receipt || !head) throw new VouchError(`There is no receipt ${receiptId}.`)
  const releases = await prove('releases', idsIn([receipt], citedReleases))
  const approvals = await prove(
    'approvals',
    idsIn(releases, (row) => row['approvals']),
  )
  const people = await prove(
    'users',
    idsIn(approvals, (row) => [row['approver']]),
  )
  await publishHead(deps, head)
  const { seq, hash } = head
  const file: Omit<ReceiptFile, 'hash'> = {
    format: RECEIPT_FORMAT,
    head: { seq, hash, tree: log.head },
    receipt,
    releases,
    approvals,
    people,
  }
  return `${canonicalize({ ...file, hash: sha256(canonicalize(file) ?? '') })}\n`
}

const citedReleases = (row: Record<string, unknown>): unknown =>
  ((row['response'] as { citations?: { releaseId: string }[] }).citations ?? []).map(
    ({ releaseId }) => releaseId,
  )

function idsIn(records: readonly ProvedRecord[], of: (row: Record<string, unknown>) => unknown): string[] {
  return records.flatMap(({ content }) => {
    const ids = of(content)
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  })
}
