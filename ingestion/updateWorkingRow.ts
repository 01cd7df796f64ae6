import type { PayloadRequest } from 'payload'
import type { WorkingRow } from '../src/records/workingRow'
import type { Release } from '../payload-types'

/** Columns alone, then its list: an update of both would be an insert of the whole row, and read it back. */
export async function updateWorkingRow(
  req: PayloadRequest,
  {
    row,
    collection,
    data,
    withoutAuthors = false,
  }: {
    row: WorkingRow
    collection: Release['documentCollection']
    data: Partial<WorkingRow>
    withoutAuthors?: boolean
  },
): Promise<void> {
  const { db } = req.payload
  const to = { collection, id: row.id, req, returning: false }
  const { updatedAt } = row
  if (Object.keys(data).length > 0) await db.updateOne({ ...to, data: { ...data, updatedAt } })
  if (!withoutAuthors || !row.authors?.length) return
  // An update that has a list in it empties every list that it leaves out.
  await db.updateOne({ ...to, data: { ...listsOf(row), authors: [], updatedAt } })
}

/** Every list of a row, whichever collection it is of. */
const listsOf = (row: WorkingRow): Partial<WorkingRow> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => Array.isArray(value)))
