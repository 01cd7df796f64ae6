import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkGaps } from '../../evals/gaps/checkGaps'
import { readGapQuestions } from '../../evals/gaps/gapQuestions'
import { publishDemo, publishInto } from '../../scripts/demo/publish'
import { useInstallation } from './installation'

const folder = path.join(import.meta.dirname, '../../../shared/data/field/gaps')
const weights = path.join(import.meta.dirname, '../../models')
const ready = existsSync(folder) && existsSync(weights)

/** Minutes on a busy machine: the demo is published first. */
const MINUTES = 10 * 60_000

describe.skipIf(!ready)('gaps of the demo (needs ../shared and ./models)', () => {
  const vouch = useInstallation({ modelDir: weights })

  it(
    'close for no text without the fact, and most for one with it',
    async () => {
      const { bot, approver } = await publishDemo(vouch.deps)
      const report = await checkGaps(vouch.deps, {
        bot,
        questions: await readGapQuestions(path.join(folder, 'questions.jsonl')),
        without: path.join(folder, 'without_the_fact'),
        with: path.join(folder, 'with_the_fact'),
        publish: (from) => publishInto(vouch.deps, { folder: from, approver }),
      })
      expect(report.closedFalsely).toEqual([])
      expect(report.mixed).toEqual([])
      expect(report.closed.length).toBeGreaterThan(report.stillOpen.length)
    },
    MINUTES,
  )
})
