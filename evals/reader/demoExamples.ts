import path from 'node:path'
import { defaultCalibration } from '../../src/answer/calibration'
import type { EmbeddingModel } from '../../src/retrieval/types'
import { inTemporaryInstallation } from '../../scripts/temporaryInstallation'
import { readCases } from '../evalCase'
import { installedAsking } from '../runInstalled'
import { toExample } from './examples'
import type { ReadExample } from './readExample'

const SET = path.join(import.meta.dirname, '../datasets/demo')

/** The golden set asked of the demo, published for this time in an installation of this process's own. */
export async function demoExamples(model: EmbeddingModel): Promise<ReadExample[]> {
  return inTemporaryInstallation(async (deps) => {
    const { publishDemo } = await import('../../scripts/demo/publish')
    const {
      bot: { audiences },
    } = await publishDemo(deps)
    const cases = (await readCases(SET)).filter(({ answerable }) => answerable !== undefined)
    const { asking } = await installedAsking(deps, cases, { calibration: defaultCalibration, audiences })
    const examples: ReadExample[] = []
    for (const each of cases)
      examples.push(
        await toExample(each, {
          set: 'golden',
          model,
          ports: asking.ports,
          evidence: [],
          audiences,
          ofDocument: asking.ofDocument,
        }),
      )
    return examples
  })
}
