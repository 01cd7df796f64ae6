import type { Payload } from 'payload'
import { idOf } from '../../records/content'
import { readGoverned, type ReadGoverned } from '../../commands/governedDocument'
import { missingSignatures, signaturesNeeded } from '../../governance/signatures'
import { decideTransition, RULES } from '../../governance/transitions'
import {
  TRANSITIONS,
  type Actor,
  type Approval,
  type Governed,
  type Transition,
} from '../../governance/types'
import type { WorkingRow } from '../../records/workingRow'
import { isGone, isInConflict } from '../../../ingestion/syncDecision'
import { verificationOf } from '../../governance/verification'
import type { GovernedCollection } from '../../vocabulary'
import { readNames } from '../people/readNames'
import { readHistory } from './readHistory'
import { readSignatures } from './readSignatures'
import { isPending, releaseLines, unendedWindows } from './releaseLines'
import { signThenPublish } from './signThenPublish'
import type { Origin, Step, Verified, Workflow } from './types'

/**
 * The workflow of one document as `actor` sees it: decided by the same rules that will judge the press of a button.
 * @throws {NotFoundError} when there is no such document.
 */
export const readWorkflow = async ({
  payload,
  actor,
  collection,
  id,
}: {
  payload: Payload
  actor: Actor
  collection: GovernedCollection
  id: string
}): Promise<Workflow> => workflowOf({ payload, actor, read: await readGoverned({ payload, collection, id }) })

/** The workflow of a document that was read before. */
export const workflowOf = async ({
  payload,
  actor,
  read,
}: {
  payload: Payload
  actor: Actor
  read: ReadGoverned
}): Promise<Workflow> => {
  const { document, approvals, releases, row } = read
  const { id, collection } = document
  const writers = writersOf(read)
  const verifier = idOf(row.verifiedBy)
  const [signatures, history, cited, names] = await Promise.all([
    readSignatures(payload, document, approvals),
    readHistory(payload, document),
    payload.count({ collection: 'answers', where: { citedDocuments: { in: [id] } } }),
    readNames(payload, [...writers, ...(verifier ? [verifier] : [])]),
  ])
  const now = Date.now()
  const windows = unendedWindows(releases, now)
  return {
    collection,
    id,
    title: document.title,
    state: document.state,
    version: document.version,
    riskTier: document.riskTier,
    authors: writers.map((writer) => names.get(writer) ?? 'A person who has left'),
    live: windows.find(({ from }) => Date.parse(from) <= now) ?? null,
    next: windows.find(({ from }) => Date.parse(from) > now) ?? null,
    pending: isPending(releases),
    releases: releaseLines(releases, now),
    verified: document.inForce ? verifiedOf(read, verifier && (names.get(verifier) ?? null), now) : null,
    signatures,
    needed: signaturesNeeded(document),
    missing: missingSignatures(document, approvals),
    steps: stepsOf(actor, document, approvals),
    signThenPublish: signThenPublish(actor, document, approvals),
    history,
    citedBy: cited.totalDocs,
    origin: originOf(row),
    openComments: document.openComments,
    effectiveFrom: laterThan(read.content.effectiveFrom, now),
  }
}

const laterThan = (iso: string | null, now: number): string | null =>
  iso !== null && Date.parse(iso) > now ? iso : null

/** Who wrote the working version: once it is released, its release remembers. */
const writersOf = ({ document, releases }: ReadGoverned): readonly string[] => {
  if (document.authors.length) return document.authors
  const release = releases.findLast(({ version }) => version === document.version)
  return (release?.authors ?? []).flatMap((author) => idOf(author) ?? [])
}

const verifiedOf = ({ row }: ReadGoverned, by: string | null, now: number): Verified => ({
  state: verificationOf(row.reviewAt, now),
  at: row.verifiedAt ?? null,
  by,
  reviewAt: row.reviewAt ?? null,
})

const originOf = (row: WorkingRow): Origin | null => {
  const { sourceLocation, sourceFetchedAt, sourceKey, sourceVanishedAt, sourceConflictAt } = row
  if (!row.source || !sourceKey) return null
  const marks = {
    vanishedAt: sourceVanishedAt ?? null,
    conflictAt: sourceConflictAt ?? null,
    verifiedAt: row.verifiedAt ?? null,
    workflowState: row.workflowState,
  }
  return {
    location: sourceLocation ?? sourceKey,
    fetchedAt: sourceFetchedAt ?? null,
    goneSince: isGone(marks) ? marks.vanishedAt : null,
    conflictSince: isInConflict(marks) ? marks.conflictAt : null,
  }
}

/** What a document that is not served, or has nothing waiting, does not offer at all. */
const APPLIES: Partial<Record<Transition, (document: Governed) => boolean>> = {
  withdraw: ({ live }) => live,
  unschedule: ({ scheduled }) => scheduled,
  verify: ({ inForce }) => inForce,
}

const stepsOf = (actor: Actor, document: Governed, approvals: readonly Approval[]): Step[] =>
  TRANSITIONS.map((transition) => {
    const decision = decideTransition({ transition, actor, document, approvals })
    // Whether there is a comment is decided when it is written: the drawer that the button opens asks for one.
    const asked =
      transition === 'request_changes' && !decision.allowed
        ? decideTransition({ transition, actor, document, approvals, comment: '…' })
        : decision
    return {
      transition,
      label: RULES[transition].label,
      allowed: asked.allowed,
      reason: asked.allowed ? null : asked.reason,
      now: (asked.allowed || asked.because !== 'state') && (APPLIES[transition]?.(document) ?? true),
    }
  })
