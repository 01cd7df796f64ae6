import type { Payload } from 'payload'
import { idOf } from '../../records/content'
import type { DocumentRef } from '../../../ingestion/releases'
import type { Comment } from '../../../payload-types'
import { readNames } from '../people/readNames'

/** A comment as it is shown; times are ISO 8601. */
export interface ReviewComment {
  id: string
  body: string
  author: string
  at: string
  /** The version that it was made on. */
  version: number
  /** The words that it is about; null: the whole text. */
  exact: string | null
  prefix: string | null
  suffix: string | null
  resolved: { by: string; at: string } | null
}

/** No more than this many are shown, the newest. */
const MOST = 300

const GONE = 'A person who has left'

/** The comments on a document: those nobody has resolved first, each group in the order in which they were made. */
export const readComments = async (payload: Payload, document: DocumentRef): Promise<ReviewComment[]> => {
  const { docs } = await payload.find({
    collection: 'comments',
    where: {
      and: [{ documentCollection: { equals: document.collection } }, { documentId: { equals: document.id } }],
    },
    sort: '-createdAt',
    limit: MOST,
    depth: 0,
  })
  const people = docs.flatMap(({ author, resolvedBy }) => [idOf(author), idOf(resolvedBy)])
  const names = await readNames(
    payload,
    people.filter((id) => id !== null),
  )
  const nameOf = (person: unknown): string => names.get(idOf(person) ?? '') ?? GONE
  return docs
    .toReversed()
    .map((comment) => shown(comment, nameOf))
    .toSorted((a, b) => Number(a.resolved !== null) - Number(b.resolved !== null))
}

const shown = (comment: Comment, nameOf: (person: unknown) => string): ReviewComment => ({
  id: comment.id,
  body: comment.body,
  author: nameOf(comment.author),
  at: comment.createdAt,
  version: comment.version,
  exact: comment.exact ?? null,
  prefix: comment.prefix ?? null,
  suffix: comment.suffix ?? null,
  resolved: comment.resolvedAt ? { by: nameOf(comment.resolvedBy), at: comment.resolvedAt } : null,
})
