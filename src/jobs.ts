import { indexReleases, moveWindow } from '../ingestion/indexing'
import { releasesIn } from '../ingestion/queue'
import type { JobHandlers } from '../ingestion/tasks'
import { recheckGaps } from './commands/gaps/recheckGaps'
import { runQueuedSync } from './commands/queueSync'
import { runStoredCases } from './commands/storedCases/runStoredCases'
import { getDeps } from './deps'

/** What the worker does, with this process's dependencies. */
export const jobHandlers: JobHandlers = {
  indexRelease: async (_, input) => indexReleases(await getDeps(), releasesIn(input)),
  moveWindow: async (_, { releaseId }) => moveWindow(await getDeps(), releaseId),
  syncSource: async (_, { sourceId }) => runQueuedSync(await getDeps(), sourceId),
  runStoredCases: async (_, { runId }) => runStoredCases(await getDeps(), runId),
  recheckGaps: async (_, input) => {
    await recheckGaps(await getDeps(), releasesIn(input))
  },
}
