import type { Payload, PayloadRequest } from 'payload'
import { recordAudit } from '../records/recordAudit'
import type { Chunker } from '../../ingestion/types'
import type { User } from '../../payload-types'
import { readOnce } from '../records/readOnce'
import { inTransaction } from '../database/transaction'
import { VouchError } from '../errors'
import { groupBy } from '../groupBy'
import { whyNotGenuine } from '../records/genuineActor'
import { decideTransition, RULES } from '../governance/transitions'
import type { Actor, Transition } from '../governance/types'
import type { WorkflowState } from '../vocabulary'
import { readActor } from './actor'
import { whyTopicsNotGenuine } from './genuineTopics'
import { readGoverned, type ReadGoverned } from './governedDocument'
import { standingConflicts, whyInConflict } from './conflicts/openConflicts'
import { queueReport } from './impact/queueReport'
import { standingReport } from './impact/standingReport'
import { refuseDates, setDates, signedDatesDiffer } from './signedDates'
import { ringWorker } from '../workerBell'
import { followTexts } from './gaps/followTexts'
import { EFFECTS } from './transitionEffects'
import { noticesOf } from './transitionNotices'
import { notify, settleNotices } from '../records/notify'
import type { TransitionRequest } from './transitionRequest'

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

export interface TransitionResult {
  id: string
  state: WorkflowState
  version: number
  releaseId: string | null
  /** When it takes effect, where that is later than now; ISO 8601. */
  effectiveFrom: string | null
}

interface TransitionBy {
  payload: Payload
  user: User
  chunker: Chunker
  /** The face it came through, for the audit; the admin and its API unless said. */
  via?: 'command line' | 'import'
}

/**
 * The one way in which a governed document changes state: decided by `governance`, applied in one transaction with its
 * approval, release, chunks, notices, audit row and job.
 * @throws {TransitionRefused} when the rules say no; the message is for the person who asked.
 */
export const transitionDocument = async (
  by: TransitionBy,
  request: TransitionRequest,
): Promise<TransitionResult> => {
  const { payload, user } = by
  const result = await inTransaction({ payload, user: { ...user, collection: 'users' } }, async (req) =>
    apply({ req, by, request, ...(await decide({ req, by, request })) }),
  )
  ringWorker()
  return result
}

interface Asked {
  req: PayloadRequest
  by: TransitionBy
  request: TransitionRequest
}

interface Decided {
  read: ReadGoverned
  actor: Actor
  to: WorkflowState
}

/** What the rules say of the document as it stands in this transaction. */
const decide = async ({ req, by: { payload, user }, request }: Asked): Promise<Decided> => {
  const { collection, id, transition } = request
  const read = await readGoverned({ payload, req, collection, id })
  const { state, version } = read.document
  const refuse = (because: 'conflict' | 'forbidden', reason: string): never => {
    throw new TransitionRefused(because, reason, state, version)
  }
  if (RULES[transition].ofVersion && version !== request.expectedVersion)
    refuse(
      'conflict',
      `This text has changed: it is now version ${version}, you looked at version ${request.expectedVersion}. Read it again first.`,
    )
  const seen = request.transition === 'approve' ? request.reportHash : undefined
  if (seen && seen !== (await standingReport(payload, read.document, req))?.reportHash)
    refuse('conflict', 'The report on this text was made anew since you read it. Read it again first.')
  const { actor, to } = await judge({
    payload,
    req,
    user,
    transition,
    read,
    comment: request.comment?.trim(),
  })
  const inConflict =
    transition === 'approve' && (await conflictsUnwaived({ payload, req }, { read, request }))
  if (inConflict) refuse('forbidden', inConflict)
  if (!signedDatesDiffer(read.content, request)) return { read, actor, to }
  const why = refuseDates(request, read)
  if (why) refuse('forbidden', why)
  await setDates(req, request, { bySigner: transition === 'approve' })
  return { read: await readGoverned({ payload, req, collection, id }), actor, to }
}

/** What the report found that this text says otherwise than texts in force, and the signer did not waive. */
const conflictsUnwaived = async (
  { payload, req }: { payload: Payload; req: PayloadRequest },
  { read, request }: { read: ReadGoverned; request: TransitionRequest },
): Promise<string | null> => {
  const found = (await standingReport(payload, read.document, req))?.report?.conflicts ?? []
  return whyInConflict(await standingConflicts(payload, found, req), request.waivers ?? [])
}

/**
 * Whether a person may take a step with a document as it was read in this transaction.
 * @throws {TransitionRefused} when the rules say no.
 */
export const judge = async ({
  payload,
  req,
  user,
  transition,
  read: { document, approvals },
  comment,
}: {
  payload: Payload
  req: PayloadRequest
  user: User
  transition: Transition
  read: ReadGoverned
  comment?: string | undefined
}): Promise<{ actor: Actor; to: WorkflowState }> => {
  const refuse = (because: 'conflict' | 'forbidden', reason: string) =>
    new TransitionRefused(because, reason, document.state, document.version)
  const actor = await readOnce(req, `actor ${user.id}`, () => readActor(payload, user, req))
  const topics = document.groups.map(({ topic }) => topic)
  const forged =
    (await readOnce(req, `genuine ${actor.id}`, () => whyNotGenuine(payload, { actor, topics: [], req }))) ??
    (await whyTopicsNotGenuine(req, topics))
  if (forged) throw refuse('forbidden', forged)
  const decision = decideTransition({ transition, actor, document, approvals, comment })
  if (decision.allowed) return { actor, to: decision.to }
  throw refuse(decision.because === 'state' ? 'conflict' : 'forbidden', decision.reason)
}

const apply = async ({ req, by, request, read, actor, to }: Asked & Decided): Promise<TransitionResult> => {
  const { collection, id, transition } = request
  const { document, row } = read
  const comment = request.comment?.trim()
  const effect = await EFFECTS[transition]({
    req,
    actor,
    read,
    comment,
    chunker: by.chunker,
    waivers: request.waivers,
  })
  await req.payload.db.updateOne({
    collection,
    id,
    // The whole row: Payload's drizzle adapter inserts on conflict when lists are among the data.
    data: { ...row, ...effect.row, workflowState: to },
    req,
  })
  await releaseEditors(req, { collection, id })
  await followTexts(req, [{ id, state: to }])
  // Whoever brings in many texts signs them in the same breath; a report is for a person who reads it.
  if (transition === 'submit' && !by.via) await queueReport(req, document)
  await recordStep(req, { transition, actor, document, to, comment, via: by.via, detail: effect.detail })
  if (RULES[transition].ofVersion) await settleNotices(req, { collection, id })
  for (const notice of await noticesOf({ req, transition, read, actor, to, comment }))
    await notify(req, { ...notice, by: actor.id })
  return {
    id,
    state: to,
    version: effect.row?.version ?? document.version,
    releaseId: effect.releaseId ?? null,
    effectiveFrom: laterThanNow(read.content.effectiveFrom),
  }
}

/** Whoever had it open has finished: nobody is asked to take it over from them. */
export const releaseEditors = async (
  req: PayloadRequest,
  ...documents: readonly Pick<TransitionRequest, 'collection' | 'id'>[]
): Promise<void> => {
  for (const [collection, own] of groupBy(documents, (document) => document.collection)) {
    const ids = own.map(({ id }) => id)
    await req.payload.db.deleteMany({
      collection: 'payload-locked-documents',
      where: { and: [{ 'document.relationTo': { equals: collection } }, { 'document.value': { in: ids } }] },
      req,
    })
  }
}

interface Step {
  transition: Transition
  actor: Actor
  document: ReadGoverned['document']
  to: WorkflowState
  comment?: string | undefined
  via?: TransitionBy['via'] | undefined
  detail?: Record<string, unknown> | undefined
}

/** The audit row of a step, in its transaction. */
export const recordStep = (
  req: PayloadRequest,
  { transition, actor, document, to, comment, via, detail }: Step,
): Promise<void> =>
  recordAudit(req, {
    action: `document.${transition}`,
    actor,
    subject: { collection: document.collection, id: document.id, title: document.title },
    detail: {
      version: document.version,
      contentHash: document.contentHash,
      from: document.state,
      to,
      ...(comment && { comment }),
      ...(via && { via }),
      ...detail,
    },
  })

const laterThanNow = (iso: string | null): string | null =>
  iso !== null && Date.parse(iso) > Date.now() ? iso : null
