import type { Payload } from 'payload'
import { recordAudit } from '../../collections/audit/recordAudit'
import type { Chunker } from '../../ingestion/types'
import type { User } from '../../payload-types'
import { inTransaction } from '../database/transaction'
import { VouchError } from '../errors'
import { decideTransition, RULES } from '../governance/transitions'
import type { Transition } from '../governance/types'
import type { GovernedCollection, WorkflowState } from '../vocabulary'
import { readActor } from './actor'
import { readGoverned } from './governedDocument'
import { setDates, signedDatesDiffer } from './signedDates'
import { EFFECTS } from './transitionEffects'
import { noticesOf } from './transitionNotices'
import { notify, settleNotices } from '../../collections/notifications/notify'

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
  comment?: string | undefined
  /**
   * ISO 8601, or null for none. With `submit` they are set on the text before it is sent; with any other transition
   * they must be those that it has, because they are signed with it.
   */
  effectiveFrom?: string | null | undefined
  expiresAt?: string | null | undefined
}

export interface TransitionResult {
  id: string
  state: WorkflowState
  version: number
  releaseId: string | null
}

/**
 * The one way in which a governed document changes state: decided by `governance`, applied in one transaction with its
 * approval, release, chunks, notices, audit row and job.
 * @throws {TransitionRefused} when the rules say no; the message is for the person who asked.
 */
export const transitionDocument = (
  {
    payload,
    user,
    chunker,
    via,
  }: {
    payload: Payload
    user: User
    chunker: Chunker
    /** The face it came through, for the audit; the admin and its API unless said. */
    via?: 'command line' | 'import'
  },
  request: TransitionRequest,
): Promise<TransitionResult> =>
  inTransaction({ payload, user: { ...user, collection: 'users' } }, async (req) => {
    const { collection, id, transition, comment } = request
    let read = await readGoverned({ payload, req, collection, id })
    const refuse = (because: 'conflict' | 'forbidden', reason: string): never => {
      throw new TransitionRefused(because, reason, read.document.state, read.document.version)
    }
    if (RULES[transition].ofVersion && read.document.version !== request.expectedVersion)
      refuse(
        'conflict',
        `This text has changed: it is now version ${read.document.version}, you looked at version ${request.expectedVersion}. Read it again first.`,
      )
    const actor = await readActor(payload, user, req)
    const decide = () =>
      decideTransition({
        transition,
        actor,
        document: read.document,
        approvals: read.approvals,
        comment: comment?.trim(),
      })
    let decision = decide()
    if (decision.allowed && signedDatesDiffer(read.content, request)) {
      if (transition !== 'submit')
        refuse(
          'forbidden',
          'The dates are signed with the text and are others than those you gave. Change them on the text, and have it signed again.',
        )
      await setDates(req, request)
      read = await readGoverned({ payload, req, collection, id })
      decision = decide()
    }
    if (!decision.allowed)
      return refuse(decision.because === 'state' ? 'conflict' : 'forbidden', decision.reason)

    const { document, row } = read
    const effect = await EFFECTS[transition]({ req, actor, read, comment: comment?.trim(), chunker })
    await payload.db.updateOne({
      collection,
      id,
      // The whole row: Payload's drizzle adapter inserts on conflict when lists are among the data.
      data: { ...row, ...effect.row, workflowState: decision.to },
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
        to: decision.to,
        ...(comment && { comment }),
        ...(via && { via }),
        ...effect.detail,
      },
    })
    if (RULES[transition].ofVersion) await settleNotices(req, { collection, id })
    for (const notice of await noticesOf({ req, transition, read, actor, to: decision.to, comment }))
      await notify(req, { ...notice, by: actor.id })
    const version = effect.row?.version ?? document.version
    return { id, state: decision.to, version, releaseId: effect.releaseId ?? null }
  })
