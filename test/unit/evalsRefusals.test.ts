import { describe, expect, it } from 'vitest'
import { refusalLeak } from '../../evals/refusals'
import { defaultCalibration } from '../../src/answer/calibration'

const cases = [
  { id: 'hidden', question: 'What may agents refund without asking?', gold: [], answerable: false },
  { id: 'absent', question: 'Which lanterns float on water at night?', gold: [], answerable: false },
  { id: 'known', question: 'What does a stopped cheque cost?', gold: ['fees'], answerable: true },
]

/** An installation without a text for this asker, which takes so many ms longer to say so of what it hides. */
const hiding = (longer: number) => ({
  ports: {
    retrieve: async () => ({ candidates: [], degraded: [] }),
    searchWords: async () => [],
    hydrate: async () => [],
    explainMiss: async ({ question }: { question: string }) => {
      if (!question.includes('agents')) return null
      await new Promise((resolve) => setTimeout(resolve, longer))
      return 'not_visible' as const
    },
  },
  calibration: defaultCalibration,
  audiences: ['public' as const],
  ofChunk: (id: string) => id,
  ofDocument: (id: string) => id,
})

describe('whether refusals tell what is hidden', () => {
  it('counts the unanswerable questions by why they were refused, and their replies', async () => {
    expect(await refusalLeak(cases, hiding(0))).toMatchObject({ hidden: 1, absent: 1, replies: 1 })
  })

  it('sees by the time which are hidden, when it can be seen', async () => {
    expect((await refusalLeak(cases, hiding(40))).timeAuroc).toBe(1)
  })
})
