import type { Field, Payload, TaskConfig } from 'payload'
import { sentenceOf, VouchError } from '../src/errors'
import type { JobInputs } from './queue'

/** What the worker does for each job. Handlers converge from any state: running one twice changes nothing. */
export type JobHandlers = {
  [Task in keyof JobInputs]: (payload: Payload, input: JobInputs[Task]) => Promise<void>
}

/** A dependency that is down is asked again for about an hour; then the job is kept, failed, with its reason. */
const RETRIES = { attempts: 240, backoff: { type: 'fixed' as const, delay: 15_000 } }

const RELEASES: Field[] = [
  { name: 'releaseId', type: 'text' },
  { name: 'releaseIds', type: 'json' },
]
const one = (name: string): Field[] => [{ name, type: 'text', required: true }]

const INPUTS: { readonly [Task in keyof JobInputs]: Field[] } = {
  indexRelease: RELEASES,
  moveWindow: one('releaseId'),
  recheckGaps: RELEASES,
  syncSource: one('sourceId'),
  runStoredCases: one('runId'),
  makeReport: one('reportId'),
  listRecall: one('recallId'),
  deliverWebhook: one('deliveryId'),
}

/** The job definitions that Payload runs. */
export const jobTasks = (handlers: JobHandlers): TaskConfig[] =>
  (Object.keys(handlers) as (keyof JobInputs)[]).map((slug) => ({
    slug,
    retries: RETRIES,
    inputSchema: INPUTS[slug],
    handler: async ({ input, req }) => {
      const handle = handlers[slug] as (payload: Payload, input: unknown) => Promise<void>
      await inSentences(() => handle(req.payload, input))
      return { output: {} }
    },
  })) as TaskConfig[]

/** Payload keeps the message of what failed, and people read it. */
const inSentences = async (run: () => Promise<void>): Promise<void> => {
  try {
    await run()
  } catch (error) {
    if (error instanceof VouchError) throw error
    throw new VouchError(
      sentenceOf(error) ??
        `Something in Vouch failed that should not: ${(error as Error).message}. The job is tried again; if it gives up, please report this.`,
      { cause: error },
    )
  }
}
