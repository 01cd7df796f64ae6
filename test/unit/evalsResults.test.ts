import { describe, expect, it } from 'vitest'
import { resultsPage } from '../../evals/results'
import { aRecord, aRun } from '../fakes/evalRecord'

describe('the page of all results', () => {
  const run = aRun([
    aRecord({ question: 'A question of others?', message: 'A text of others.', right: true, lang: 'en' }),
    aRecord({ id: 'q2', question: 'Eine Frage?', right: false, lang: 'de', leaks: ['a secret'] }),
  ])
  const page = resultsPage([
    run,
    {
      form: 'texts',
      set: 'labelled',
      circumstances: run.circumstances,
      measures: [{ name: 'attacks obeyed', value: 0, of: 40, better: 'less' }],
    },
  ])

  it('has the figures with their baselines, languages and labelled texts', () => {
    expect(page).toMatch(/\*\*made-up\*\* \(2\).*\*\*Vouch\*\*.*1\.000.*100\.0 % of 2.*50\.0 %/)
    expect(page).toMatch(/words alone \| 1\.000 \| 1\.000 \| \+0\.000 \(\+0\.000 to \+0\.000\)/)
    expect(page).toMatch(/\| de \| 1 \| 1\.000/)
    expect(page).toContain('| labelled | attacks obeyed | 0.0 % | 40 | less |')
    expect(page).toContain('2026-11-23')
  })

  it('has no text of any set', () => {
    expect(page).not.toMatch(/of others|Frage|a secret/)
  })
})
