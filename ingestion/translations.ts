import type { PayloadRequest } from 'payload'
import { recordAudit, SYSTEM } from '../src/records/recordAudit'
import { idOf } from '../src/records/content'
import { titleOf } from '../src/records/workingRow'
import { notify } from '../src/records/notify'
import type { Release } from '../payload-types'
import { nowReads, readOnce } from '../src/records/readOnce'
import { updateWorkingRow } from './updateWorkingRow'

/** A translation of a text that has changed must be looked at again; one that is due already stays due since then. */
export async function makeTranslationsDue(
  req: PayloadRequest,
  {
    collection,
    id,
    title,
    now,
  }: { collection: Release['documentCollection']; id: string; title: string; now: number },
): Promise<void> {
  if (await readOnce(req, untranslated(collection, id), async () => false)) return
  const { docs } = await req.payload.find({
    collection,
    where: { and: [{ translationOf: { equals: id } }, { liveRelease: { exists: true } }] },
    depth: 0,
    pagination: false,
    req,
  })
  for (const row of docs) {
    const name = titleOf(row)
    const reviewAt = row.reviewAt && row.reviewAt < iso(now) ? row.reviewAt : iso(now)
    await updateWorkingRow(req, { row, collection, data: { reviewAt } })
    await req.payload.db.updateOne({
      collection: 'releases',
      id: idOf(row.liveRelease) ?? '',
      data: { reviewAt },
      req,
    })
    await recordAudit(req, {
      action: 'document.translation_due',
      actor: SYSTEM,
      subject: { collection, id: row.id, title: name },
      detail: { original: id },
    })
    await notify(req, {
      to: [idOf(row.owner)],
      kind: 'translation_due',
      title: `“${name}” is a translation of a text that has changed`,
      body: `“${title}” has a new version in force. Bring the translation up to date, or confirm that it still holds.`,
      href: `/admin/collections/${collection}/${row.id}`,
      key: `translation:${row.id}:${iso(now)}`,
    })
  }
}

const untranslated = (collection: string, id: string): string => `no translation of ${collection}/${id}`

/** Remembers which texts have no translation at all: one that has may get it in force in this very transaction. */
export async function readTranslations(
  req: PayloadRequest,
  collection: Release['documentCollection'],
  ids: readonly string[],
): Promise<void> {
  const { docs } = await req.payload.find({
    collection,
    where: { translationOf: { in: [...ids] } },
    depth: 0,
    pagination: false,
    select: { translationOf: true },
    req,
  })
  const having = new Set(docs.map((row) => idOf(row.translationOf)))
  for (const id of ids) if (!having.has(id)) nowReads(req, untranslated(collection, id), true)
}

const iso = (instant: number): string => new Date(instant).toISOString()
