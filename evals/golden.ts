import path from 'node:path'
import { publishDemo } from '../scripts/demo/publish'
import { defaultCalibration } from '../src/answer/calibration'
import type { Deps } from '../src/deps'
import { measureSet } from './measureSet'
import type { QuestionRun } from './evalRun'

const SET = path.join(import.meta.dirname, 'datasets/demo')

/**
 * Signs and publishes the demo's corpus in an empty installation and asks it the golden set, as the demo's bot would:
 * with governance, audiences and index as in production. Takes about a minute.
 * @param o.questions a file with some of them instead of all.
 */
export const measureGolden = async (deps: Deps, o: { questions?: string } = {}): Promise<QuestionRun> => {
  const { bot } = await publishDemo(deps)
  const run = await measureSet({
    set: SET,
    deps,
    model: deps.model,
    calibration: defaultCalibration,
    audiences: bot.audiences,
    cacheDir: deps.env.dataDir,
    ...o,
  })
  if (run.form !== 'questions') throw new TypeError('The golden set is a set of questions.')
  return { ...run, set: 'golden' }
}
