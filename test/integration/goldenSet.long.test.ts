import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { goldenBars, missedBars } from '../../evals/bars'
import { measureGolden } from '../../evals/golden'
import { useInstallation } from './installation'

const modelDir = path.resolve(process.env['VOUCH_MODEL_DIR'] ?? './models')
const present = existsSync(path.join(modelDir, 'model.onnx'))
if (!present) console.warn(`SKIPPED: the golden set against its bars; no weights in ${modelDir}.`)

describe.skipIf(!present)('the golden set, asked of the demo with its texts signed', () => {
  const vouch = useInstallation({ modelDir })

  it('reaches every bar of evals/bars.json', { timeout: 600_000 }, async () => {
    const { summary, refusals } = await measureGolden(vouch.deps, {
      questions: path.resolve('evals/datasets/demo/questions.jsonl'),
    })
    expect(summary.questions).toBeGreaterThanOrEqual(150)
    expect(missedBars(summary, goldenBars)).toEqual([])
    // What is hidden from this bot is refused word for word as what is not there.
    expect(refusals?.hidden).toBeGreaterThan(0)
    expect(refusals?.replies).toBe(1)
  })
})
