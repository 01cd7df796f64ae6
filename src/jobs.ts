import { indexRelease, moveWindow } from '../ingestion/indexing'
import type { JobHandlers } from '../ingestion/tasks'
import { recheckGaps } from './commands/gaps/recheckGaps'
import { runQueuedSync } from './commands/queueSync'
import { runStoredCases } from './commands/storedCases/runStoredCases'
import { getDeps } from './deps'

/** What the worker does, with this process's dependencies. */
export const jobHandlers: JobHandlers = {
  indexRelease: async (_, { releaseId }) => indexRelease(await getDeps(), releaseId),
  moveWindow: async (_, { releaseId }) => moveWindow(await getDeps(), releaseId),
  syncSource: async (_, { sourceId }) => runQueuedSync(await getDeps(), sourceId),
  runStoredCases: async (_, { runId }) => runStoredCases(await getDeps(), runId),
  recheckGaps: async (_, { releaseId }) => {
    await recheckGaps(await getDeps(), releaseId)
  },
}
