import type { PayloadRequest } from 'payload'
import { insertRows } from '../database/insertRows'

/** Rows that one transaction over many documents writes at its end. */
const LATER = Symbol('rowsOfOneTransaction')

type Collecting = PayloadRequest & { [LATER]?: Map<string, object[]> }

/** The same request, in which `writeRows` collects until `writeCollected`. For a transaction that reads nothing of it. */
export const collectingRows = (req: PayloadRequest): PayloadRequest =>
  Object.assign(Object.create(req) as Collecting, { [LATER]: new Map<string, object[]>() })

/**
 * Adds rows to a collection that has no lists and no seals, in the caller's transaction: where it collects, together with
 * those that are still to come.
 */
export async function writeRows(
  req: PayloadRequest,
  { collection, rows }: { collection: string; rows: readonly object[] },
): Promise<void> {
  const later = (req as Collecting)[LATER]
  if (!later) return insertRows(req.payload.db, { collection, rows, req })
  const collected = later.get(collection) ?? []
  later.set(collection, collected)
  for (const row of rows) collected.push(row)
}

/** Writes what was collected, many rows with one statement. */
export async function writeCollected(req: PayloadRequest): Promise<void> {
  const later = (req as Collecting)[LATER]
  for (const [collection, rows] of later ?? []) await insertRows(req.payload.db, { collection, rows, req })
  later?.clear()
}
