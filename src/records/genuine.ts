import type { Payload, PayloadRequest } from 'payload'
import { latestSeals, readSealedRows, sealHolds } from '../database/sealRows'
import { writtenIn } from '../database/sealWrites'
import type { RecordSeal } from '../governance/recordSeal'
import { auditKeysOf } from './auditKeys'
import { isPutAside } from './putAside'

interface Named {
  of: string
  id: string
}

/** The last seal that each record was found to hold, so that one which has not changed costs no query. */
const proven = new WeakMap<Payload, Map<string, RecordSeal>>()

/**
 * Whether a record that was just read is what Vouch last wrote of it, and not put aside.
 * @param row with everything that is stored of it, as the database adapter gives it.
 */
export async function isGenuine(
  payload: Payload,
  { of, row }: { of: string; row: { id: string } },
  req: Partial<PayloadRequest> = {},
): Promise<boolean> {
  const cache = proven.get(payload) ?? new Map<string, RecordSeal>()
  proven.set(payload, cache)
  const keys = auditKeysOf(payload)
  const name = `${of}/${row.id}`
  const stored = row as Record<string, unknown> & { id: string }
  const known = cache.get(name)
  if (await isPutAside(payload, of, row.id)) return false
  // What this transaction has written is sealed when it commits.
  const written = writtenIn(payload.db, { transaction: await req.transactionID, of, id: row.id })
  if (written) return written === 'whole'
  if (known && sealHolds({ seal: known, row: stored, keys })) return true
  const seal = (await latestSeals({ db: payload.db, req }, { of, ids: [row.id] })).get(row.id)
  if (!seal || !sealHolds({ seal, row: stored, keys })) return false
  cache.set(name, seal)
  return true
}

/** The ids of those records that are not what Vouch last wrote of them. Read and checked in the caller’s transaction. */
export async function notGenuine(
  payload: Payload,
  records: readonly Named[],
  req: Partial<PayloadRequest> = {},
): Promise<Named[]> {
  const wrong: Named[] = []
  for (const of of new Set(records.map((record) => record.of))) {
    const ids = [...new Set(records.filter((record) => record.of === of).map(({ id }) => id))]
    const rows = await readSealedRows({ db: payload.db, req }, { of, ids })
    for (const id of ids) {
      const row = rows.get(id)
      if (row && !(await isGenuine(payload, { of, row }, req))) wrong.push({ of, id })
    }
  }
  return wrong
}
