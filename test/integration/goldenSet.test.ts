import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { goldenBars, missedBars } from '../../evals/bars'
import { measureGolden } from '../../evals/golden'
import { someOf } from '../often'
import { useInstallation } from './installation'

const modelDir = path.resolve(process.env['VOUCH_MODEL_DIR'] ?? './models')
const present = existsSync(path.join(modelDir, 'model.onnx'))
if (!present) console.warn(`SKIPPED: the golden set against its bars; no weights in ${modelDir}.`)

const ALL = path.resolve('evals/datasets/demo/questions.jsonl')

/** In ten bins a third of the questions are few: how sure answers are is measured more roughly. */
const bars = process.env['VOUCH_LONG'] ? goldenBars : { ...goldenBars, 'calibration error': { atMost: 0.14 } }

/** All questions at night, a third of them for each push: of a sixth some bars measure nothing. */
const someQuestions = async (folder: string): Promise<string> => {
  const lines = (await readFile(ALL, 'utf8')).trim().split('\n')
  const file = path.join(folder, 'questions.jsonl')
  await writeFile(file, someOf(lines, { each: 3 }).join('\n'))
  return file
}

describe.skipIf(!present)('the golden set, asked of the demo with its texts signed', () => {
  const vouch = useInstallation({ modelDir })

  it('reaches every bar of evals/bars.json', { timeout: 600_000 }, async () => {
    const questions = await someQuestions(vouch.deps.env.dataDir)
    const { summary, refusals } = await measureGolden(vouch.deps, { questions })
    expect(summary.questions).toBeGreaterThanOrEqual(process.env['VOUCH_LONG'] ? 150 : 70)
    expect(missedBars(summary, bars)).toEqual([])
    // What is hidden from this bot is refused word for word as what is not there.
    expect(refusals?.hidden).toBeGreaterThan(0)
    expect(refusals?.replies).toBe(1)
  })
})
