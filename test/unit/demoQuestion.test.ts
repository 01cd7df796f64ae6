import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { DEMO_QUESTION } from '../../scripts/demo/accessFile'

it('the question that a stranger is told to ask is one that the demo asks first and that is answered', () => {
  const { questions } = JSON.parse(readFileSync('demo/corpus.json', 'utf8')) as {
    questions: { question: string; after?: string; expect: { outcome: string } }[]
  }
  const asked = questions.find(({ question }) => question === DEMO_QUESTION)
  expect(asked?.expect.outcome).toBe('answered')
  expect(asked).not.toHaveProperty('after')
})
