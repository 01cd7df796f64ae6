import type { PayloadRequest } from 'payload'

/** The worker's jobs and what each needs. Queued with `req`, a job exists only if its transaction commits. */
export interface JobInputs {
  /** Embed a new release's chunks, put them in every live index version, then put the release in force. */
  indexRelease: Releases
  /** Copy a release's window into the index after it moved in the database. */
  moveWindow: { releaseId: string }
  /** Ask open gaps again after a release took effect. */
  recheckGaps: Releases
  /** Bring a source into step. */
  syncSource: { sourceId: string }
  /** Ask the eval cases that are kept here. */
  runStoredCases: { runId: string }
  /** Say what a version in review would change, before it is signed. */
  makeReport: { reportId: string }
  /** List the answers that cited a release, and tell those who gave them. */
  listRecall: { recallId: string }
  /** Tell another system what happened. */
  deliverWebhook: { deliveryId: string }
}

/** One release, or those that were published together. */
type Releases = { releaseId: string } | { releaseIds: string[] }

/** The releases that a job is about; none for a job that is about something else. */
export const releasesIn = (input: unknown): string[] => {
  const { releaseId, releaseIds } = (input ?? {}) as { releaseId?: unknown; releaseIds?: unknown }
  const ids = Array.isArray(releaseIds) ? releaseIds : [releaseId]
  return ids.filter((id): id is string => typeof id === 'string' && id !== '')
}

/** What takes long or waits for others; in a queue of its own it keeps no publication waiting. */
export const SYNC_QUEUE = 'sync'
/** Questions asked again, each some ten answers long: neither a publication nor a sync waits for them, nor they for a sync. */
export const RECHECK_QUEUE = 'recheck'
/** Others' servers are waited for here, several at once, batch by batch; nothing else waits for them. */
export const WEBHOOK_QUEUE = 'webhooks'
const QUEUES: Partial<Record<keyof JobInputs, string>> = {
  syncSource: SYNC_QUEUE,
  runStoredCases: SYNC_QUEUE,
  recheckGaps: RECHECK_QUEUE,
  makeReport: RECHECK_QUEUE,
  listRecall: RECHECK_QUEUE,
  deliverWebhook: WEBHOOK_QUEUE,
}

/** @param waitUntil not before then; as soon as the worker comes to it unless given. */
export const queueJob = async <Task extends keyof JobInputs>(
  req: PayloadRequest,
  task: Task,
  input: JobInputs[Task],
  { waitUntil }: { waitUntil?: Date } = {},
): Promise<void> => {
  const queue = QUEUES[task]
  await req.payload.jobs.queue({ task, input, queue, ...(waitUntil && { waitUntil }), req } as Parameters<
    typeof req.payload.jobs.queue
  >[0])
}
