import { indexReleases, moveWindow } from '../ingestion/indexing'
import { releasesIn } from '../ingestion/queue'
import type { JobHandlers } from '../ingestion/tasks'
import { checkAcceptance } from './commands/acceptance/checkAcceptance'
import { recheckGaps } from './commands/gaps/recheckGaps'
import { recheckVerified } from './commands/gaps/recheckVerified'
import { runReport } from './commands/impact/storedReports'
import { listRecall } from './commands/recall/listRecall'
import { runQueuedSync } from './commands/queueSync'
import { runStoredCases } from './commands/storedCases/runStoredCases'
import { deliverWebhook } from './commands/webhooks/deliverWebhook'
import { getDeps } from './deps'

/** What the worker does, with this process's dependencies. */
export const jobHandlers: JobHandlers = {
  indexRelease: async (_, input) => indexReleases(await getDeps(), releasesIn(input)),
  moveWindow: async (_, { releaseId }) => moveWindow(await getDeps(), releaseId),
  syncSource: async (_, { sourceId }) => runQueuedSync(await getDeps(), sourceId),
  runStoredCases: async (_, { runId }) => runStoredCases(await getDeps(), runId),
  listRecall: async (payload, { recallId }) => listRecall({ payload }, recallId),
  makeReport: async (_, { reportId }) => runReport(await getDeps(), reportId),
  deliverWebhook: async (_, { deliveryId }) => {
    const { payload, env } = await getDeps()
    const { VOUCH_ALLOW_PRIVATE_HOSTS: allowPrivate, publicUrl } = env
    await deliverWebhook({ payload, allowPrivate, publicUrl }, deliveryId)
  },
  recheckGaps: async (_, input) => {
    const deps = await getDeps()
    // What no longer holds first: then it is open, and may close by what came.
    await recheckVerified(deps, releasesIn(input))
    await recheckGaps(deps, releasesIn(input))
    await checkAcceptance(deps, releasesIn(input))
  },
}
