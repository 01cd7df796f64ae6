import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { recordAudit } from '../records/recordAudit'
import { idOf } from '../records/content'
import { notify } from '../records/notify'
import type { Comment, User } from '../../payload-types'
import { stripMarkdown } from '../answer/markdown'
import { inTransaction } from '../database/transaction'
import { VouchError } from '../errors'
import { isAuthorOf, may } from '../governance/permissions'
import type { GovernedCollection } from '../vocabulary'
import { NotFoundError, readGoverned } from './governedDocument'

/** What a comment is about: the words, and a little of what stands around them. */
export interface Passage {
  exact: string
  prefix?: string | undefined
  suffix?: string | undefined
}

/** A comment that cannot be kept; the message says why. */
export class CommentRefused extends VouchError {
  override name = 'CommentRefused'
}

/**
 * Keeps a comment on the working version, anchored to a passage of it or to the whole text; its authors are told.
 * @throws {CommentRefused} when the version has changed or the passage is not in it.
 */
export const addComment = (
  { payload, user }: { payload: Payload; user: User },
  {
    collection,
    id,
    expectedVersion,
    body,
    passage,
  }: {
    collection: GovernedCollection
    id: string
    expectedVersion: number
    body: string
    passage?: Passage | undefined
  },
): Promise<Comment> =>
  inTransaction({ payload, user: { ...user, collection: 'users' } }, async (req) => {
    const { document, content } = await readGoverned({ payload, req, collection, id })
    if (document.version !== expectedVersion)
      throw new CommentRefused(
        `This text has changed: it is now version ${document.version}, your comment is on version ${expectedVersion}. Read it again first.`,
      )
    const text = `${content.title} ${content.text}`
    if (passage && !(contains(text, passage.exact) || contains(stripMarkdown(text), passage.exact)))
      throw new CommentRefused('Those words are not in this version. Select a passage of it again.')
    const comment = {
      id: randomUUID(),
      documentCollection: collection,
      documentId: id,
      version: document.version,
      body,
      exact: passage?.exact ?? null,
      prefix: passage?.prefix ?? null,
      suffix: passage?.suffix ?? null,
      author: user.id,
    }
    const stored = (await payload.db.create({ collection: 'comments', data: comment, req })) as Comment
    await recordAudit(req, {
      action: 'document.commented',
      actor: user,
      subject: { collection, id, title: document.title },
      detail: {
        commentId: comment.id,
        version: document.version,
        body,
        ...(passage && { on: passage.exact }),
      },
    })
    await notify(req, {
      to: [...document.authors, document.owner],
      by: user.id,
      kind: 'comment',
      title: `${user.name} commented on “${document.title}”`,
      body,
      href: `/admin/review/${collection}/${id}`,
      key: `comment:${comment.id}`,
    })
    return stored
  })

/**
 * Marks a comment as dealt with; who did is kept.
 * @throws {CommentRefused} unless this person made it, or reviews texts and did not write this one.
 */
export const resolveComment = (
  { payload, user }: { payload: Payload; user: User },
  id: string,
): Promise<Comment> =>
  inTransaction({ payload, user: { ...user, collection: 'users' } }, async (req) => {
    const comment = await payload.findByID({ collection: 'comments', id, depth: 0, disableErrors: true, req })
    if (!comment) throw new NotFoundError(`There is no comment ${id}.`)
    if (comment.resolvedAt) return comment
    await assertMayResolve(req, { comment, user })
    const resolvedAt = new Date().toISOString()
    await payload.db.updateOne({ collection: 'comments', id, data: { resolvedAt, resolvedBy: user.id }, req })
    await recordAudit(req, {
      action: 'document.comment_resolved',
      actor: user,
      subject: { collection: comment.documentCollection, id: comment.documentId, title: comment.body },
      detail: { commentId: id },
    })
    return { ...comment, resolvedAt, resolvedBy: user.id }
  })

const assertMayResolve = async (
  req: PayloadRequest,
  { comment, user }: { comment: Comment; user: User },
): Promise<void> => {
  if (idOf(comment.author) === user.id) return
  const { document } = await readGoverned({
    payload: req.payload,
    req,
    collection: comment.documentCollection,
    id: comment.documentId,
  })
  if (!may(user, 'reviewTexts') || isAuthorOf(user, document))
    throw new CommentRefused(
      'Who made a comment resolves it, or an approver or compliance who did not write the text. Edit the text, and ask them to look again.',
    )
}

/** However the passage’s white space was broken when it was selected. */
const contains = (text: string, passage: string): boolean =>
  text.replaceAll(/\s+/g, ' ').includes(passage.replaceAll(/\s+/g, ' ').trim())
