import type { Payload, Where } from 'payload'
import { titleOf } from '../../records/workingRow'
import { isGone, isInConflict } from '../../../ingestion/syncDecision'
import { describeOmission, type Omission } from '../../../ingestion/omissions'
import type { LoadFailure } from '../../../ingestion/types'
import type { Faq, Policy, SourceItem } from '../../../payload-types'
import { knownOf } from '../../commands/sync/knownDocuments'
import { GOVERNED_COLLECTIONS } from '../../vocabulary'
import { documentHref, listHref } from '../links'

const SHOWN = 100

export interface ItemLine {
  key: string
  location: string
  state: 'failed' | 'gone' | 'read'
  documents: number
  /** The document, or a list of those that are in it; null for none. */
  href: string | null
  reasons: string[]
  /** What was left out of it. */
  omissions: string[]
  fetchedAt: string
}

/** A document that waits for someone to decide. */
export interface WaitingLine {
  id: string
  title: string
  href: string
  why: 'gone' | 'conflict'
  since: string
}

/** What a source holds, failed and vanished items first, and what of it waits for someone. */
export const readSourceItems = async (
  payload: Payload,
  source: string,
): Promise<{ lines: ItemLine[]; more: number; waiting: WaitingLine[] }> => {
  const of = { source: { equals: source } }
  const there: Where = { vanishedAt: { exists: false } }
  const groups: Where[] = [
    { and: [of, there, { failed: { equals: true } }] },
    { and: [of, { vanishedAt: { exists: true } }] },
    { and: [of, there, { failed: { not_equals: true } }] },
  ]
  const rows: SourceItem[] = []
  let total = 0
  for (const where of groups) {
    const found = await payload.find({
      collection: 'source-items',
      where,
      sort: 'key',
      limit: SHOWN,
      depth: 0,
    })
    rows.push(...found.docs.slice(0, SHOWN - rows.length))
    total += found.totalDocs
  }
  const documents = await readDocuments(payload, source, rows)
  return {
    lines: rows.map((row) => lineOf(row, documents)),
    more: total - rows.length,
    waiting: await readWaiting(payload, source),
  }
}

const lineOf = (row: SourceItem, documents: ReadonlyMap<string, string>): ItemLine => ({
  key: row.key,
  location: row.location,
  state: row.vanishedAt ? 'gone' : row.failed ? 'failed' : 'read',
  documents: row.documents,
  href: documents.get(row.key) ?? null,
  reasons: (row.failures as unknown as LoadFailure[]).map(({ file, error }) =>
    file === row.key ? error : `${file}: ${error}`,
  ),
  omissions: ((row.omissions ?? []) as unknown as Omission[]).map(describeOmission),
  fetchedAt: row.fetchedAt,
})

/** Where an item's documents are, by its key: the document that it is, or a list of those in it. */
const readDocuments = async (
  payload: Payload,
  source: string,
  items: readonly SourceItem[],
): Promise<Map<string, string>> => {
  const keys = items.map(({ key }) => key)
  const found = new Map<string, string>()
  for (const collection of GOVERNED_COLLECTIONS) {
    const { docs } = await payload.find({
      collection,
      where: { and: [{ source: { equals: source } }, { sourceKey: { in: keys } }] },
      select: { sourceKey: true },
      depth: 0,
      pagination: false,
    })
    for (const { id, sourceKey } of docs) if (sourceKey) found.set(sourceKey, documentHref(collection, id))
  }
  for (const { key, documents } of items)
    if (documents && !found.has(key)) {
      const list = await listOfParts(payload, source, key)
      if (list) found.set(key, list)
    }
  return found
}

/** A list of the documents that are parts of an item: rows of a table, attachments of a mail. */
const listOfParts = async (payload: Payload, source: string, key: string): Promise<string | null> => {
  const parts = { sourceKey: { like: `${key}#` } }
  for (const collection of GOVERNED_COLLECTIONS) {
    const where: Where = { and: [{ source: { equals: source } }, parts] }
    const { docs } = await payload.find({
      collection,
      where,
      select: {},
      depth: 0,
      limit: 1,
      pagination: false,
    })
    if (docs.length) return listHref(collection, { 'sourceKey.like': `${key}#` })
  }
  return null
}

const readWaiting = async (payload: Payload, source: string): Promise<WaitingLine[]> => {
  const marked: Where[] = [{ sourceVanishedAt: { exists: true } }, { sourceConflictAt: { exists: true } }]
  const waiting: WaitingLine[] = []
  for (const collection of GOVERNED_COLLECTIONS) {
    const where: Where = { and: [{ source: { equals: source } }, { or: marked }] }
    const { docs } = await payload.find({ collection, where, depth: 0, limit: SHOWN })
    for (const row of docs as (Policy | Faq)[]) {
      const known = knownOf(collection, row)
      const line = { id: row.id, title: titleOf(row), href: documentHref(collection, row.id) }
      if (isGone(known)) waiting.push({ ...line, why: 'gone', since: known.vanishedAt ?? '' })
      else if (isInConflict(known)) waiting.push({ ...line, why: 'conflict', since: known.conflictAt ?? '' })
    }
  }
  return waiting
}
