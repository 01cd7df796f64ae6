import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { WorkingRow } from '../records/workingRow'
import { rememberApproval } from '../records/approval'
import { idOf } from '../records/content'
import { queueJob } from '../../ingestion/queue'
import { createRelease } from '../../ingestion/release'
import { applyWindows } from '../../ingestion/releaseWindows'
import { documentOf } from '../../ingestion/releases'
import type { Chunker } from '../../ingestion/types'
import { approvalHashOf } from '../governance/recordHash'
import { authorityToSign } from '../governance/signatures'
import { signatureOf } from '../governance/transitions'
import type { Actor, Authority, Governed, Transition } from '../governance/types'
import { nextReview } from '../governance/verification'
import type { Release } from '../../payload-types'
import { keptAcceptance } from './acceptance/acceptanceQuestions'
import type { ConflictWaiver } from './conflicts/conflict'
import { waiversKept } from './conflicts/openConflicts'
import { standingReport } from './impact/standingReport'
import type { ReadGoverned } from './governedDocument'
import { startRecall } from './recall/startRecall'
import { emitEvent, type HappenedEvent } from './webhooks/emitEvent'

export interface EffectContext {
  req: PayloadRequest
  actor: Actor
  read: ReadGoverned
  comment: string | undefined
  chunker: Chunker
  /** Of who signs. */
  waivers?: readonly ConflictWaiver[] | undefined
  indexLater?: ((releaseId: string) => void) | undefined
}

interface Effect {
  /** What changes on the working row, beside its state. */
  row?: Partial<WorkingRow>
  /** What the audit row says of it. */
  detail?: Record<string, unknown>
  releaseId?: string
}

/** What each transition does beside the change of state, in its transaction. */
export const EFFECTS: Record<Transition, (context: EffectContext) => Promise<Effect>> = {
  submit: async () => ({ row: { inReviewSince: new Date().toISOString() } }),
  recall: async () => ({ row: { inReviewSince: null } }),
  request_changes: (context) => sign(context, 'changes_requested', context.actor),
  approve: (context) => {
    const { actor, read } = context
    const found = authorityToSign(actor, read.document, read.approvals)
    return sign(context, 'approved', 'authority' in found ? found.authority : actor)
  },
  publish: async ({ req, actor, read: { document, content, releases, row }, chunker, indexLater }) => {
    const made = await createRelease({
      req,
      document,
      content,
      publishedBy: actor.id,
      chunker,
      releases,
      acceptance: keptAcceptance(row),
      indexLater,
    })
    const later = content.effectiveFrom && Date.parse(content.effectiveFrom) > Date.now()
    return {
      row: { inReviewSince: null },
      detail: { ...made, ...(later && { effectiveFrom: content.effectiveFrom }) },
      releaseId: made.releaseId,
    }
  },
  unschedule: async ({ req, read }) => {
    const now = new Date().toISOString()
    const waiting = read.releases.filter(
      ({ withdrawnAt, validFrom }) => !withdrawnAt && (!validFrom || validFrom > now),
    )
    await endReleases(req, waiting, now)
    const cancelled = waiting.find(({ version }) => version === read.row.version)
    return {
      // Its authors are its authors again: what never took effect ends nobody’s authorship.
      row: cancelled ? { authors: authorsOf(read.row, cancelled) } : {},
      detail: { releases: waiting.map(({ id }) => id), withdrawnAt: now },
    }
  },
  withdraw: async ({ req, read, actor, comment }) => {
    const now = new Date().toISOString()
    const unended = read.releases.filter(
      ({ withdrawnAt, validTo }) => !withdrawnAt && (!validTo || validTo >= now),
    )
    await endReleases(req, unended, now)
    await emitEvent(req, ...unended.map((release) => withdrawalOf(release, now)))
    if (unended.length > 0) await queueJob(req, 'recheckGaps', { releaseIds: unended.map(({ id }) => id) })
    // What never took effect was told to nobody.
    for (const release of unended.filter(({ validFrom }) => validFrom && validFrom <= now))
      await startRecall(req, { release, cause: 'withdrawn', reason: comment, actor })
    return {
      row: { liveRelease: null, liveVersion: null },
      detail: { releases: unended.map(({ id }) => id), withdrawnAt: now },
    }
  },
  verify: async ({ req, actor, read }) => {
    const verifiedAt = new Date().toISOString()
    const now = Date.now()
    const unended = read.releases.filter(
      ({ withdrawnAt, validTo }) => !withdrawnAt && (!validTo || Date.parse(validTo) > now),
    )
    // What was signed, where it was: the working version may say something that nobody has signed yet.
    const signed = unended.find(({ reviewEveryDays }) => reviewEveryDays)?.reviewEveryDays
    const reviewAt = nextReview(verifiedAt, signed ?? read.row.reviewEveryDays)
    for (const { id } of unended)
      await req.payload.db.updateOne({ collection: 'releases', id, data: { reviewAt }, req })
    return { row: { verifiedAt, verifiedBy: actor.id, reviewAt }, detail: { reviewAt } }
  },
  archive: async () => ({ row: { inReviewSince: null } }),
  restore: async ({ read: { row, releases } }) => {
    // A new number voids every signature of the old one; whoever wrote the old one wrote this one.
    const last = releases.findLast(({ version }) => version === row.version)
    return { row: { version: row.version + 1, authors: last ? authorsOf(row, last) : (row.authors ?? []) } }
  },
}

/** For bots that keep answers of their own. */
const withdrawalOf = (release: Release, withdrawnAt: string): HappenedEvent => ({
  type: 'release.withdrawn',
  data: {
    id: release.id,
    document: { collection: release.documentCollection, id: release.documentId, title: release.title },
    version: release.version,
    withdrawnAt,
  },
})

/** Of the report that lies before who signs now, with why what it found in conflict may stand. */
const reportSigned = async (
  { req, waivers = [] }: EffectContext,
  document: Governed,
): Promise<{ reportHash: string | null; waivers: ConflictWaiver[] | null }> => {
  const standing = await standingReport(req.payload, document, req)
  const kept = waiversKept(standing?.report?.conflicts ?? [], waivers)
  return { reportHash: standing?.reportHash ?? null, waivers: kept.length > 0 ? kept : null }
}

const authorsOf = (row: WorkingRow, release: Release): string[] => [
  ...new Set([...(row.authors ?? []), ...(release.authors ?? [])].flatMap((author) => idOf(author) ?? [])),
]

/** Holds at answer time whatever the workers do: the window is read there. */
const endReleases = async (
  req: PayloadRequest,
  releases: readonly Release[],
  withdrawnAt: string,
): Promise<void> => {
  for (const { id } of releases)
    await req.payload.db.updateOne({ collection: 'releases', id, data: { withdrawnAt }, req })
  const [first] = releases
  if (first) await applyWindows(req, documentOf(first))
}

const sign = async (
  context: EffectContext,
  decision: 'approved' | 'changes_requested',
  authority: Authority,
): Promise<Effect> => {
  const {
    req,
    actor,
    read: { document, content },
    comment,
  } = context
  const report = decision === 'approved' ? await reportSigned(context, document) : null
  const { approver, roles, groups, version, contentHash } = signatureOf({ actor, document, authority })
  const approval = {
    id: randomUUID(),
    documentCollection: document.collection,
    documentId: document.id,
    title: document.title,
    version,
    contentHash,
    decision,
    approver,
    onBehalfOf: authority.id === actor.id ? null : authority.id,
    approverRoles: [...roles],
    groups: [...groups],
    audience: content.audience,
    riskTier: content.riskTier as Release['riskTier'],
    effectiveFrom: content.effectiveFrom,
    expiresAt: content.expiresAt,
    owner: document.care?.owner ?? null,
    reviewEveryDays: document.care?.reviewEveryDays ?? null,
    comment: comment ?? null,
    reportHash: report?.reportHash ?? null,
    waivers: report?.waivers ?? null,
    createdAt: new Date().toISOString(),
  }
  await req.payload.db.create({ collection: 'approvals', data: approval, req, returning: false })
  await rememberApproval(req, document, approval)
  return {
    detail: {
      approvalId: approval.id,
      approvalHash: approvalHashOf({ ...approval, care: document.care ?? null }),
      ...(approval.waivers && { waivers: approval.waivers }),
      ...(approval.onBehalfOf && { onBehalfOf: authority.name }),
    },
  }
}
