import type { Payload, PayloadRequest } from 'payload'
import { pagesOf } from '../../database/pages'
import { HOLDS } from '../../governance/erasure'
import { ERASED } from '../../vocabulary'
import type { Scrubber } from '../../governance/scrub'

type Slug = Parameters<typeof pagesOf>[1]['collection']
type Row = Record<string, unknown> & { id: string }

/** Records in which somebody's words are quoted, by collection. */
export type Quoting = Map<Slug, string[]>

const SCRUBBED = Object.entries(HOLDS).flatMap(([slug, holds]) =>
  holds.by === 'scrubbed' ? [{ slug: slug as Slug, fields: holds.fields }] : [],
)

/** Looks through everything that may quote a customer. Done before the transaction, for it reads much. */
export async function findQuoting(payload: Payload, { scrub }: Scrubber): Promise<Quoting> {
  const quoting: Quoting = new Map()
  for (const { slug, fields } of SCRUBBED) {
    const select = Object.fromEntries(fields.map((field) => [field, true as const]))
    for await (const page of pagesOf<Row>(payload, { collection: slug, select }))
      for (const row of page)
        if (fields.some((field) => scrub(row[field]) !== row[field]))
          quoting.set(slug, [...(quoting.get(slug) ?? []), row.id])
  }
  return quoting
}

/**
 * Cuts the words out of records, in the caller's transaction. An eval case that asks in them is deleted: without its question it
 * asks nothing. Audit rows and gaps are left to who knows how they are written. @returns how many of which were changed.
 */
export async function scrubRecords(
  req: PayloadRequest,
  { quoting, scrubber }: { quoting: Quoting; scrubber: Scrubber },
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { slug, fields } of SCRUBBED) {
    if (slug === 'audit-log' || slug === 'gaps') continue
    for (const id of quoting.get(slug) ?? [])
      if (await scrubOne(req, { slug, id, fields, scrubber })) counts[slug] = (counts[slug] ?? 0) + 1
  }
  return counts
}

async function scrubOne(
  req: PayloadRequest,
  o: { slug: Slug; id: string; fields: readonly string[]; scrubber: Scrubber },
): Promise<boolean> {
  const { slug: collection, id, fields, scrubber } = o
  const row = await req.payload.db.findOne<Row>({ collection, where: { id: { equals: id } }, req })
  const data = row ? changedIn(row, fields, scrubber) : {}
  if (!Object.keys(data).length) return false
  if (collection === 'eval-cases' && data['question'] === ERASED)
    await req.payload.db.deleteOne({ collection, where: { id: { equals: id } }, req })
  else await req.payload.db.updateOne({ collection, id, data, req, returning: false })
  return true
}

/** The fields of a row that hold the words, without them. */
export function changedIn(row: Row, fields: readonly string[], { scrub }: Scrubber): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const scrubbed = scrub(row[field])
      return scrubbed === row[field] ? [] : [[field, scrubbed]]
    }),
  )
}
