import type { PayloadRequest } from 'payload'
import type { Notice } from '../records/notify'
import { readOnce } from '../records/readOnce'
import { may, rolesThatMay } from '../governance/permissions'
import { authorityToSign } from '../governance/signatures'
import type { Actor, Transition } from '../governance/types'
import type { WorkflowState } from '../vocabulary'
import { readActors } from './actor'
import type { ReadGoverned } from './governedDocument'

interface NoticeContext {
  req: PayloadRequest
  transition: Transition
  read: ReadGoverned
  actor: Actor
  to: WorkflowState
  comment: string | undefined
}

/** Who is told of a transition, and what. */
export const noticesOf = async ({
  req,
  transition,
  read,
  actor,
  to,
  comment,
}: NoticeContext): Promise<Notice[]> => {
  const { document } = read
  const name = `“${document.title}” v${document.version}`
  const href = `/admin/collections/${document.collection}/${document.id}`
  const review = `/admin/review/${document.collection}/${document.id}`
  // A text can make the same move again; each is an occasion of its own.
  const key = `${transition}:${document.id}:${document.version}:${new Date().toISOString()}`
  const writers = [...document.authors, document.owner]
  switch (transition) {
    case 'submit':
      return [
        {
          to: await signersOf(req, read),
          kind: 'to_sign',
          title: `${name} waits for your signature`,
          body: `${actor.name} sent it for review.`,
          href: review,
          key,
        },
      ]
    case 'request_changes':
      return [
        {
          to: writers,
          kind: 'changes_requested',
          title: `${actor.name} asks for changes to ${name}`,
          ...(comment && { body: comment }),
          href,
          key,
        },
      ]
    case 'approve':
      return to === 'approved'
        ? [{ to: writers, kind: 'signed', title: `${name} is signed and can be published`, href, key }]
        : [
            {
              to: await signersOf(req, read),
              kind: 'to_sign',
              title: `${name} waits for your signature`,
              body: `${actor.name} has signed it; it needs one more.`,
              href: review,
              key,
            },
          ]
    case 'withdraw':
      return [
        {
          to: [...writers, ...(await reviewersOf(req)).map(({ id }) => id)],
          kind: 'withdrawn',
          title: `${actor.name} withdrew “${document.title}”: bots no longer answer from it`,
          ...(comment && { body: comment }),
          href,
          key,
          urgent: true,
        },
      ]
    case 'unschedule':
      return [
        {
          to: writers,
          kind: 'unscheduled',
          title: `${actor.name} cancelled the scheduled release of “${document.title}”`,
          href,
          key,
        },
      ]
    case 'recall':
    case 'publish':
    case 'verify':
    case 'archive':
    case 'restore':
      return []
  }
}

/** Those whose signature the text still needs and who may give it. */
const signersOf = async (req: PayloadRequest, { document, approvals }: ReadGoverned): Promise<string[]> => {
  const actors = await readOnce(req, 'reviewers', async () =>
    readActors(req.payload, await reviewersOf(req), req),
  )
  return actors
    .filter(
      (actor) => may(actor, 'reviewTexts') && 'authority' in authorityToSign(actor, document, approvals),
    )
    .map(({ id }) => id)
}

const reviewersOf = async (req: PayloadRequest) => {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { and: [{ roles: { in: rolesThatMay('reviewTexts') } }, { leftAt: { exists: false } }] },
    depth: 0,
    pagination: false,
    req,
  })
  return docs
}
