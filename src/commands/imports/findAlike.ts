import type { Payload } from 'payload'
import { jaccard, NEAR_DUPLICATE, shingles } from '../../../ingestion/duplicates'
import type { SourceDocument } from '../../../ingestion/types'
import { GOVERNED_COLLECTIONS, type GovernedCollection } from '../../vocabulary'
import type { Alike, ReadFile } from './types'

const SHOWN = 3
const PAGE = 500

/** For each document, what it doubles: texts that are served or scheduled, drafts of the same title, other files. */
export const findAlike = async (
  payload: Payload,
  documents: readonly SourceDocument[],
  others: readonly ReadFile[],
): Promise<Alike[][]> => {
  const own = documents.map((document) => new Set(wordsOf(document)))
  const found: Alike[][] = documents.map(() => [])
  const compare = (text: string, alike: Omit<Alike, 'similarity'>) => {
    const theirs = shingles(text)
    for (const [index, words] of own.entries()) {
      const similarity = jaccard(theirs, words)
      if (similarity >= NEAR_DUPLICATE) found[index]?.push({ ...alike, similarity })
    }
  }
  for (const { documents: brought } of others)
    for (const document of brought)
      compare(wholeOf(document), { title: document.question ?? document.title, document: null })
  await eachServed(payload, ({ title, text, collection, id, faq }) =>
    compare(faq ? `${title}\n${text}` : text, { title, document: { collection, id } }),
  )
  for (const [index, document] of documents.entries())
    found[index]?.push(...(await sameTitle(payload, document, found[index])))
  return found.map((each) =>
    each.toSorted((a, b) => (b.similarity ?? 0) - (a.similarity ?? 0)).slice(0, SHOWN),
  )
}

const wholeOf = ({ question, markdown }: SourceDocument): string => `${question ?? ''}\n${markdown}`
const wordsOf = (document: SourceDocument): string[] => shingles(wholeOf(document))

interface Served {
  title: string
  text: string
  collection: GovernedCollection
  id: string
  faq: boolean
}

const eachServed = async (payload: Payload, see: (served: Served) => void): Promise<void> => {
  for (let page = 1; ; page++) {
    const { docs, hasNextPage } = await payload.find({
      collection: 'releases',
      where: {
        and: [
          { withdrawnAt: { exists: false } },
          { or: [{ validTo: { exists: false } }, { validTo: { greater_than: new Date().toISOString() } }] },
        ],
      },
      select: { title: true, text: true, documentCollection: true, documentId: true, faq: true },
      sort: 'id',
      depth: 0,
      limit: PAGE,
      page,
    })
    for (const { title, text, documentCollection, documentId, faq } of docs)
      see({ title, text, collection: documentCollection, id: documentId, faq: Boolean(faq) })
    if (!hasNextPage) return
  }
}

const sameTitle = async (
  payload: Payload,
  document: SourceDocument,
  known: readonly Alike[],
): Promise<Alike[]> => {
  const title = (document.question ?? document.title).trim()
  const found: Alike[] = []
  for (const collection of GOVERNED_COLLECTIONS) {
    const { docs } = await payload.find({
      collection,
      where: { [collection === 'faqs' ? 'question' : 'title']: { equals: title } },
      select: {},
      depth: 0,
      limit: SHOWN,
    })
    for (const { id } of docs)
      if (!known.some((each) => each.document?.id === id))
        found.push({ title, document: { collection, id }, similarity: null })
  }
  return found
}
