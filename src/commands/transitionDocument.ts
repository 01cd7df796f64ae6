import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { createRelease } from '../../ingestion/release'
import type { Chunker } from '../../ingestion/types'
import type { User } from '../../payload-types'
import { inTransaction } from '../database/transaction'
import { VouchError } from '../errors'
import { decideTransition, signatureOf } from '../governance/transitions'
import type { Actor, Governed, Transition } from '../governance/types'
import type { GovernedCollection, WorkflowState } from '../vocabulary'
import { recordAudit } from './audit'
import { readGoverned } from './governedDocument'
import { withdrawReleases } from './withdrawReleases'

/** Why a transition did not happen. Nothing was changed. */
export class TransitionRefused extends VouchError {
  override name = 'TransitionRefused'
  constructor(
    /** `conflict`: the document is not as the caller thinks it is. `forbidden`: not this person, or not yet. */
    readonly because: 'conflict' | 'forbidden',
    message: string,
    readonly state: WorkflowState,
    readonly version: number,
  ) {
    super(message)
  }
}

export interface TransitionRequest {
  collection: GovernedCollection
  id: string
  transition: Transition
  /** The version that the person looked at. Another one is refused, so that nobody signs what they did not read. */
  expectedVersion: number
  comment?: string
}

export interface TransitionResult {
  id: string
  state: WorkflowState
  version: number
  releaseId: string | null
}

export const actorOf = (user: User): Actor => ({ id: user.id, name: user.name, roles: user.roles })

/**
 * The one way in which a governed document changes state: decided by `governance`, applied in one transaction with its
 * approval, release, chunks, audit row and job.
 * @throws {TransitionRefused} when the rules say no; the message is for the person who asked.
 */
export const transitionDocument = (
  { payload, user, chunker }: { payload: Payload; user: User; chunker: Chunker },
  request: TransitionRequest,
): Promise<TransitionResult> =>
  inTransaction({ payload, user: { ...user, collection: 'users' } }, async (req) => {
    const { collection, id, transition } = request
    const { row, content, document, approvals } = await readGoverned({ payload, req, collection, id })
    if (document.version !== request.expectedVersion)
      throw new TransitionRefused(
        'conflict',
        `This text has changed: it is now version ${document.version}, you looked at version ${request.expectedVersion}. Read it again first.`,
        document.state,
        document.version,
      )
    const actor = actorOf(user)
    const decision = decideTransition({ transition, actor, document, approvals })
    if (!decision.allowed)
      throw new TransitionRefused(
        decision.because === 'state' ? 'conflict' : 'forbidden',
        decision.reason,
        document.state,
        document.version,
      )
    const releaseId = await applyEffects({ req, actor, document, request, content, chunker })
    // A withdrawn text may have a newer version under way; that one keeps its state.
    const state =
      transition === 'withdraw' && row.liveVersion && row.liveVersion !== row.version
        ? document.state
        : decision.to
    await payload.db.updateOne({
      collection,
      id,
      data: {
        workflowState: state,
        ...(transition === 'withdraw' && { liveRelease: null, liveVersion: null }),
      },
      req,
    })
    await recordAudit(req, {
      action: `document.${transition}`,
      actor,
      subject: { collection, id, title: document.title },
      detail: {
        version: document.version,
        contentHash: document.contentHash,
        from: document.state,
        to: state,
        ...(request.comment && { comment: request.comment }),
        ...(releaseId && { releaseId }),
      },
    })
    return { id, state, version: document.version, releaseId }
  })

type Effects = {
  req: PayloadRequest
  actor: Actor
  document: Governed
  request: TransitionRequest
  chunker: Chunker
} & Pick<Awaited<ReturnType<typeof readGoverned>>, 'content'>

/** @returns the id of the release that was made, if one was. */
const applyEffects = async ({
  req,
  actor,
  document,
  request,
  content,
  chunker,
}: Effects): Promise<string | null> => {
  switch (request.transition) {
    case 'approve':
      await sign({ req, actor, document, decision: 'approved', comment: request.comment })
      return null
    case 'request_changes':
      await sign({ req, actor, document, decision: 'changes_requested', comment: request.comment })
      return null
    case 'publish':
      return createRelease({ req, document, content, publishedBy: actor.id, chunker })
    case 'withdraw':
      await withdrawReleases({ req, documentId: document.id })
      return null
    case 'submit':
      return null
  }
}

const sign = async ({
  req,
  actor,
  document,
  decision,
  comment,
}: {
  req: PayloadRequest
  actor: Actor
  document: Governed
  decision: 'approved' | 'changes_requested'
  comment: string | undefined
}): Promise<void> => {
  const { approver, roles, version, contentHash } = signatureOf(actor, document)
  await req.payload.db.create({
    collection: 'approvals',
    data: {
      id: randomUUID(),
      documentCollection: document.collection,
      documentId: document.id,
      title: document.title,
      version,
      contentHash,
      decision,
      approver,
      approverRoles: [...roles],
      comment: comment ?? null,
    },
    req,
  })
}
