import type { Payload } from 'payload'
import { markdownToRichText } from '../../collections/markdown'
import { signedContentOf } from '../../collections/governed/content'
import { importedFrom, type ImportedFrom } from '../../collections/governed/recordEdit'
import type { SourceDocument } from '../../ingestion/types'
import type { Faq, Policy, User } from '../../payload-types'
import { contentHashOf } from '../governance/hash'
import { GOVERNED_COLLECTIONS, type GovernedCollection } from '../vocabulary'

const MAX_TITLE = 300

export interface ImportedRow {
  collection: GovernedCollection
  id: string
  key: string
  title: string
  contentHash: string | null
  changed: boolean
}

/** What an earlier import of the same source made, by key. */
export const importedDocuments = async (
  payload: Payload,
  source: string,
): Promise<Map<string, ImportedRow>> => {
  const rows = new Map<string, ImportedRow>()
  for (const collection of GOVERNED_COLLECTIONS) {
    const { docs } = await payload.db.find<Policy | Faq>({
      collection,
      where: { source: { equals: source } },
      select: { sourceKey: true, contentHash: true },
      pagination: false,
      limit: 0,
      req: {},
    })
    for (const { id, sourceKey, contentHash } of docs)
      if (sourceKey)
        rows.set(sourceKey, {
          collection,
          id,
          key: sourceKey,
          title: sourceKey,
          contentHash: contentHash ?? null,
          changed: false,
        })
  }
  return rows
}

/** Saves one document as a draft; when it is what it was, nothing is written and no version is made. */
export const saveImported = async ({
  payload,
  importer,
  source,
  sourceHash,
  document,
  known,
  topicOf,
}: {
  payload: Payload
  importer: User
  source: string
  sourceHash: string
  document: SourceDocument
  known: ImportedRow | undefined
  topicOf: (name: string) => Promise<string>
}): Promise<ImportedRow> => {
  const collection: GovernedCollection = document.question ? 'faqs' : 'policies'
  const data = await rowOf({ payload, document, topicOf })
  const content = await signedContentOf(payload.config, collection, data)
  if (known?.collection === collection && known.contentHash === contentHashOf(content))
    return { ...known, title: content.title }
  const from: ImportedFrom = { source, sourceKey: document.key, sourceHash }
  const write = {
    collection,
    data: data as unknown as Policy & Faq,
    user: { ...importer, collection: 'users' as const },
    context: { [importedFrom]: from } as Record<string, unknown>,
    depth: 0,
  }
  const saved =
    known?.collection === collection
      ? await payload.update({ ...write, id: known.id })
      : await payload.create(write)
  return {
    collection,
    id: saved.id,
    key: document.key,
    title: content.title,
    contentHash: null,
    changed: true,
  }
}

const rowOf = async ({
  payload,
  document,
  topicOf,
}: {
  payload: Payload
  document: SourceDocument
  topicOf: (name: string) => Promise<string>
}): Promise<Record<string, unknown>> => {
  const { metadata } = document
  const text = await markdownToRichText(payload.config, document.markdown)
  return {
    ...(document.question
      ? { question: clip(document.question), answer: text }
      : { title: clip(document.title), body: text, kind: metadata.kind ?? 'policy' }),
    topic: metadata.topic ? await topicOf(metadata.topic) : null,
    audience: metadata.audience ?? 'public',
    riskTier: metadata.riskTier ?? 'standard',
    locale: metadata.locale ?? 'en-GB',
    effectiveFrom: metadata.effectiveFrom ? new Date(metadata.effectiveFrom).toISOString() : null,
    expiresAt: metadata.expiresAt ? new Date(metadata.expiresAt).toISOString() : null,
  }
}

const clip = (title: string): string =>
  title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE - 1)}…` : title
