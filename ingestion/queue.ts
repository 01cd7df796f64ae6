import type { PayloadRequest } from 'payload'

/** The worker's jobs and what each needs. Queued with `req`, a job exists only if its transaction commits. */
export interface JobInputs {
  /** Embed a new release's chunks, put them in every live index version, then put the release in force. */
  indexRelease: { releaseId: string }
  /** Copy a release's window into the index after it moved in the database. */
  moveWindow: { releaseId: string }
  /** Ask open gaps again after a release took effect. */
  recheckGaps: { releaseId: string }
  /** Bring a source into step. */
  syncSource: { sourceId: string }
}

/** Syncs take long and wait for others; in a queue of their own they keep no publication waiting. */
export const SYNC_QUEUE = 'sync'

export const queueJob = async <Task extends keyof JobInputs>(
  req: PayloadRequest,
  task: Task,
  input: JobInputs[Task],
): Promise<void> => {
  const queue = task === 'syncSource' ? SYNC_QUEUE : undefined
  await req.payload.jobs.queue({ task, input, queue, req } as Parameters<typeof req.payload.jobs.queue>[0])
}
