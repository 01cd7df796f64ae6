import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

describe('the golden set of the demo', () => {
  it('asks what its documents answer, hides what they hide, and names only documents that exist', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--conditions=production', '--import', 'tsx', 'evals/datasets/demo/check.ts'],
      { encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    expect(stdout).toMatch(/\d{3} questions, \d+ documents, 0 faults/)
    expect(status).toBe(0)
  })
})
