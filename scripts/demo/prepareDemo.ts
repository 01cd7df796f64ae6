import { loadManifest } from '../../demo/manifest'
import { closeDeps, getDeps } from '../../src/deps'
import { getEnv } from '../../src/env'
import { fetchModelFiles } from '../../src/retrieval/modelFiles'
import { drainJobs } from '../../src/worker'
import { showProgress } from '../output'
import { askDemoQuestions } from './askDemoQuestions'
import { queueStoredRun } from '../../src/commands/storedCases/evalRuns'
import { importDemoCorpus } from './importDemoCorpus'
import { keepDemoCases } from './keepDemoCases'
import type { DemoAccess } from './demoAccess'
import { seedDemo } from './seedDemo'
import { seedEscalation } from './seedEscalation'
import { stageReviews } from './stageReviews'
import { counted } from '../../src/vocabulary'

const DIRECTORY = 'demo'

/** Everything up to the answers. Running it again changes nothing but adds the receipts of what it asks. */
export const prepareDemo = async (): Promise<DemoAccess> => {
  const model = await fetchModelFiles({
    directory: getEnv().modelDir,
    onProgress: (message) => console.log(`· ${message}`),
  })
  console.log(
    model.status === 'unavailable'
      ? `! No local embedding model (${model.reason}).\n  Everything works, searching by words alone; meaning is not searched.`
      : `· local embedding model: ${model.reason}`,
  )
  const deps = await getDeps()
  const begun = new Date()
  try {
    const manifest = await loadManifest(DIRECTORY)
    console.log(`\n${manifest.company.name}: ${manifest.company.description}\n`)
    const people = await seedDemo(deps, manifest)
    const policies = await seedEscalation(deps, { directory: DIRECTORY, people })
    const bar = showProgress('publishing')
    const imported = await importDemoCorpus(deps, {
      directory: DIRECTORY,
      manifest,
      people,
      onProgress: bar.update,
    })
    bar.stop()
    await work(deps)
    console.log(
      `· ${counted(imported.documents, 'document')}, ${imported.published} published now: written by ${people.author.name}, signed by ${people.approver.name}` +
        ` (regulated ones by ${people.compliance.name} too).`,
    )
    if (policies)
      console.log(
        `· ${counted(policies, 'escalation policy', 'escalation policies')} signed (Set-up → Escalation).`,
      )
    for (const { file, error } of imported.failed) console.log(`! ${file}: ${error}`)
    await askDemoQuestions(deps, { directory: DIRECTORY, manifest, people })
    await readAll(deps, begun)
    await stageReviews(deps, people)
    console.log(
      `\n· Two texts wait for ${people.approver.name} to review: a change of “Gift wrapping”, and a new FAQ (Waiting for me).`,
    )
    const kept = await keepDemoCases(deps, people)
    if (kept) {
      await queueStoredRun(deps.payload, 'npm run demo')
      await work(deps)
      console.log(`· ${counted(kept, 'question')} of the golden set kept as eval cases, and asked (Evals).`)
    }
    return people.access
  } finally {
    await closeDeps()
  }
}

/** What the demo has just done itself is no news to anybody; what was unread before stays so. */
const readAll = async ({ payload }: Awaited<ReturnType<typeof getDeps>>, since: Date): Promise<void> => {
  await payload.db.updateMany({
    collection: 'notifications',
    where: {
      and: [{ readAt: { exists: false } }, { createdAt: { greater_than_equal: since.toISOString() } }],
    },
    data: { readAt: new Date().toISOString() },
    returning: false,
    req: {},
  })
}

const work = async ({ payload, env }: Awaited<ReturnType<typeof getDeps>>): Promise<void> => {
  const bar = showProgress('working')
  let most = 0
  await drainJobs({
    payload,
    databaseUri: env.databaseUri,
    onProgress: ({ waiting }) => {
      most = Math.max(most, waiting)
      bar.update(most - waiting, most, `${counted(waiting, 'job')} left`)
    },
  })
  bar.stop()
}
