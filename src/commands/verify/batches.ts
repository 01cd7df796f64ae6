import { provableBatch } from '../../governance/provable'
import { startBatch, type BatchCounts, type RecordSeal, type SealedBatch } from '../../governance/recordSeal'
import { sealingOf } from '../../governance/coverage'
import { pagesOf } from '../../database/pages'
import type { Verifying } from './break'
import type { AuditClaims } from './claims'

/**
 * Every batch of seals against the audit row that sealed it: a seal that was deleted, altered or put in is seen there, and
 * with it a record that was deleted together with its seal. @returns how many seals wait to be sealed.
 */
export async function verifyBatches(
  { payload, report }: Verifying,
  { batches }: Pick<AuditClaims, 'batches'>,
): Promise<number> {
  const gone = new Map(batches)
  let at: number | null = null
  let gathered = startBatch()
  let digests: string[] = []
  const close = (): void => {
    if (at === null) return
    gone.delete(at)
    const found = { ...gathered.batch(), provable: provableBatch(digests) }
    const message = wrongBatch(at, found, batches.get(at))
    if (message) report({ kind: 'audit', id: String(at), message })
  }
  for await (const page of pagesOf<RecordSeal>(payload, {
    collection: 'record-seals',
    by: 'batch',
    where: { batch: { exists: true } },
    size: 2_000,
  }))
    for (const seal of page) {
      if (seal.batch !== at) {
        close()
        at = seal.batch
        gathered = startBatch()
        digests = []
      }
      gathered.add(seal)
      if (seal.digest) digests.push(seal.digest)
    }
  close()
  for (const [seq, claim] of gone)
    report({
      kind: 'audit',
      id: String(seq),
      message: `Audit row No. ${seq} sealed ${countsInWords(claim.counts)} written from ${claim.from} to ${claim.to}, and none of their seals is there.`,
    })
  const where = { batch: { exists: false } }
  return (await payload.db.count({ collection: 'record-seals', where, req: {} })).totalDocs
}

function wrongBatch(seq: number, found: SealedBatch, claim: SealedBatch | undefined): string | null {
  if (!claim) return `${countsInWords(found.counts)} say that audit row No. ${seq} sealed them; it did not.`
  if (claim.root === found.root && (!claim.provable || claim.provable.root === found.provable?.root))
    return null
  const span = `written from ${claim.from} to ${claim.to}`
  const lost = differing(claim.counts, found.counts)
  return lost.length
    ? `Audit row No. ${seq} sealed ${countsInWords(claim.counts)} ${span}; of them ${lost.join(', ')} now: records were deleted or put in together with their seals.`
    : `The seals that audit row No. ${seq} made of ${countsInWords(claim.counts)} ${span} are not those it made: at least one was replaced.`
}

const differing = (sealed: BatchCounts, found: BatchCounts): string[] =>
  [...new Set([...Object.keys(sealed), ...Object.keys(found)])]
    .filter((of) => (sealed[of] ?? 0) !== (found[of] ?? 0))
    .map((of) => `${found[of] ?? 0} of ${sealed[of] ?? 0} ${nounOf(of)}s are there`)

const countsInWords = (counts: BatchCounts): string =>
  Object.entries(counts)
    .map(([of, count]) => `${count} ${nounOf(of)}${count === 1 ? '' : 's'}`)
    .join(', ')

const nounOf = (of: string): string => sealingOf(of)?.noun ?? 'record'
