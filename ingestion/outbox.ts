import type { Payload, Where } from 'payload'
import { recordAudit } from '../src/records/recordAudit'
import type { PayloadJob, Release } from '../payload-types'
import { rowsById } from '../src/database/pages'
import { inTransaction } from '../src/database/transaction'
import { VouchError } from '../src/errors'
import type { GovernedCollection } from '../src/vocabulary'
import type { IndexActor } from './indexVersions'
import { releasesIn } from './queue'

/** A job of the outbox as people are told of it. */
export interface JobStatus {
  id: string
  state: 'waiting' | 'running' | 'failed'
  /** The job's name, as in `ingestion/queue.ts`. */
  task: string
  /** The document that it is about; null for a job that is about none. */
  document: { collection: GovernedCollection; id: string; title: string; version: number } | null
  /** Why it failed, or why it is tried again, as a sentence; null when it was not tried. */
  reason: string | null
  tried: number
  queuedAt: string
  /** Of the last try. */
  triedAt: string | null
  /** When it is tried again. */
  nextTryAt: string | null
}

const UNFINISHED: Where = {
  and: [{ completedAt: { exists: false } }, { hasError: { not_equals: true } }],
}
const FAILED: Where = { hasError: { equals: true } }

/** At most `limit` jobs that wait or run and `limit` that were given up, the oldest first, the failed ones first. */
export const readJobs = async (payload: Payload, limit = 100): Promise<JobStatus[]> => {
  const [failed, unfinished] = await Promise.all([
    find(payload, FAILED, limit),
    find(payload, UNFINISHED, limit),
  ])
  const jobs = [...failed, ...unfinished]
  const releases = await rowsById<ReleaseName>(payload, {
    collection: 'releases',
    ids: jobs.flatMap((job) => releaseOf(job) ?? []),
    select: { title: true, version: true, documentCollection: true, documentId: true },
  })
  return jobs.map((job) => toStatus(job, releases.get(releaseOf(job) ?? '')))
}

/**
 * Gives jobs that were given up all their tries again: those named, else every one. Recorded in the audit log.
 * @returns how many.
 * @throws {VouchError} when one that is named did not fail.
 */
export const retryJobs = (
  payload: Payload,
  { ids, tasks, actor }: { ids?: readonly string[]; tasks?: readonly string[]; actor: IndexActor },
): Promise<number> =>
  inTransaction({ payload }, async (req) => {
    const { docs } = await payload.db.find<PayloadJob>({
      collection: 'payload-jobs',
      where: {
        and: [
          FAILED,
          ...(ids ? [{ id: { in: [...ids] } }] : []),
          ...(tasks ? [{ taskSlug: { in: [...tasks] } }] : []),
        ],
      },
      limit: 0,
      pagination: false,
      req,
    })
    const unknown = (ids ?? []).find((id) => !docs.some((job) => job.id === id))
    if (unknown) throw new VouchError(`No failed job has the id ${unknown}. See: npm run -s vouch -- jobs`)
    for (const job of docs) {
      await payload.db.updateOne({
        collection: 'payload-jobs',
        id: job.id,
        // Its log is what counts the tries.
        data: {
          ...job,
          log: [],
          hasError: false,
          error: null,
          totalTried: 0,
          waitUntil: null,
          processing: false,
        },
        req,
      })
      await recordAudit(req, {
        action: 'job.retried',
        actor,
        subject: { collection: 'payload-jobs', id: job.id, title: job.taskSlug ?? 'job' },
        detail: { releaseId: releaseOf(job), reason: messageOf(job.error) },
      })
    }
    return docs.length
  })

const INDEXING = ['indexRelease', 'moveWindow']

/** Lets what waited for an index that this process can write be tried now: what gave up, and what waits for its next try. */
export const wakeIndexJobs = async (payload: Payload, actor: IndexActor): Promise<void> => {
  await retryJobs(payload, { tasks: INDEXING, actor })
  await payload.db.updateJobs({
    data: { waitUntil: null },
    where: { and: [UNFINISHED, { taskSlug: { in: INDEXING } }, { waitUntil: { exists: true } }] },
    req: {},
  })
}

/** Deletes jobs that were done more than `days` ago; jobs that wait or were given up stay, however old. */
export const forgetDoneJobs = async (payload: Payload, days = 7): Promise<void> => {
  const before = new Date(Date.now() - days * 24 * 60 * 60_000).toISOString()
  await payload.db.deleteMany({
    collection: 'payload-jobs',
    where: { and: [{ completedAt: { less_than: before } }, { hasError: { not_equals: true } }] },
    req: {},
  })
}

type ReleaseName = Pick<Release, 'id' | 'title' | 'version' | 'documentCollection' | 'documentId'>

const find = async (payload: Payload, where: Where, limit: number): Promise<PayloadJob[]> =>
  (
    await payload.db.find<PayloadJob>({
      collection: 'payload-jobs',
      where,
      sort: 'createdAt',
      limit,
      pagination: false,
      req: {},
    })
  ).docs

/** The release that a job is about; null for one that is about several, or none. */
const releaseOf = ({ input }: PayloadJob): string | null => {
  const [only, second] = releasesIn(input)
  return only && !second ? only : null
}

const messageOf = (error: unknown): string | null => (error as { message?: string } | null)?.message ?? null

const toStatus = (job: PayloadJob, release: ReleaseName | undefined): JobStatus => {
  const last = job.log?.at(-1)
  return {
    id: job.id,
    state: job.hasError ? 'failed' : job.processing ? 'running' : 'waiting',
    task: job.taskSlug ?? 'unknown',
    document: release
      ? {
          collection: release.documentCollection,
          id: release.documentId,
          title: release.title,
          version: release.version,
        }
      : null,
    reason: messageOf(job.error) ?? messageOf(last?.error),
    tried: job.totalTried ?? 0,
    queuedAt: job.createdAt,
    triedAt: last?.completedAt ?? null,
    nextTryAt: job.hasError ? null : (job.waitUntil ?? null),
  }
}
