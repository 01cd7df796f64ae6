import path from 'node:path'
import { loadManifest } from '../demo/manifest'
import { importDemoCorpus } from '../scripts/demo/importDemoCorpus'
import { seedDemo } from '../scripts/demo/seedDemo'
import { defaultCalibration } from '../src/answer/calibration'
import type { Deps } from '../src/deps'
import { drainJobs } from '../src/worker'
import { measureSet } from './measureSet'
import type { QuestionRun } from './runFile'

const DEMO = path.join(import.meta.dirname, '../demo')
const SET = path.join(import.meta.dirname, 'datasets/demo')

/**
 * Signs and publishes the demo's corpus in an empty installation and asks it the golden set, as the demo's bot would:
 * with governance, audiences and index as in production. Takes about a minute.
 */
export const measureGolden = async (deps: Deps): Promise<QuestionRun> => {
  const manifest = await loadManifest(DEMO)
  const people = await seedDemo(deps, manifest)
  await importDemoCorpus(deps, { directory: DEMO, manifest, people })
  await drainJobs({ payload: deps.payload, databaseUri: deps.env.databaseUri })
  const run = await measureSet({
    set: SET,
    deps,
    model: deps.model,
    calibration: defaultCalibration,
    audiences: people.bot.audiences,
    cacheDir: deps.env.dataDir,
  })
  if (run.form !== 'questions') throw new TypeError('The golden set is a set of questions.')
  return { ...run, set: 'golden' }
}
