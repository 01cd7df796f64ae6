import {
  breaksAt,
  placeAfter,
  type ChainBreak,
  type ChainPlace,
  type StoredAuditRow,
} from '../../src/governance/auditChain'
import type { FindAuditKey } from '../../src/governance/auditKey'

/** Every break of a chain whose rows are given in the order of their numbers, as verifying walks it batch by batch. */
export function* walkChain(
  rows: Iterable<StoredAuditRow>,
  find: FindAuditKey = () => null,
): Generator<ChainBreak> {
  let before: ChainPlace | null = null
  for (const row of rows) {
    yield* breaksAt(before, row, find)
    before = placeAfter(before, row)
  }
}
