import { beforeAll, describe, expect, it } from 'vitest'
import { askAcceptance } from '../../src/commands/acceptance/askAcceptance'
import { acceptanceOf } from '../../src/commands/acceptance/acceptanceQuestions'
import { mutateDocument } from '../../src/commands/mutate/mutateDocument'
import type { Policy } from '../../payload-types'
import { publishBackground } from './background'
import { useInstallation } from './installation'

const TEXT = `The Wren Loom must be oiled after 40 hours of weaving.

Looms bought before 1 March 2026 are not covered by the Wren guarantee.`

const OILED = {
  question: 'After how many hours of weaving must the Wren Loom be oiled?',
  expects: 'answer' as const,
}
const COVERED = {
  question: 'Are looms bought before 1 March 2026 covered by the Wren guarantee?',
  expects: 'answer' as const,
}

describe('acceptance questions and mutations', () => {
  const vouch = useInstallation()
  let loom: Policy
  const withQuestions = (acceptance: Policy['acceptance']) =>
    vouch.payload.update({
      collection: 'policies',
      id: loom.id,
      data: { acceptance },
      ...vouch.as('ann'),
      depth: 0,
    })

  beforeAll(async () => {
    await publishBackground(vouch)
    loom = await vouch.publish({ title: 'Wren Loom', markdown: TEXT, acceptance: [OILED, COVERED] })
  })

  it('a question that is added to a text in force asks for no new version, and is kept with the release', async () => {
    expect(loom.acceptance).toHaveLength(2)
    const [release] = await vouch.rows('releases', { documentId: { equals: loom.id } })
    expect(release!.acceptance).toEqual([OILED, COVERED].map((each) => Object.assign({ says: null }, each)))
    const more = await withQuestions([OILED, COVERED, { question: 'Do you sell yarn?', expects: 'refuse' }])
    expect(more).toMatchObject({
      version: loom.version,
      workflowState: 'published',
      contentHash: loom.contentHash,
    })
  })

  it('say what holds and why the others do not', async () => {
    const row = await withQuestions([
      { ...OILED, says: '40 hours | two days' },
      { ...OILED, says: '41 hours' },
      { ...OILED, expects: 'refuse' },
      { question: 'Do you deliver yarn to the moon?', expects: 'answer' },
      { question: 'Do you deliver yarn to the moon?', expects: 'refuse' },
    ])
    const results = await askAcceptance(vouch.deps, {
      document: { collection: 'policies', id: loom.id },
      content: { audience: 'public', locale: 'en-GB' },
      questions: acceptanceOf(row),
    })
    expect(results.map(({ problem }) => problem)).toEqual([
      null,
      'The answer does not say “41 hours”.',
      'It was answered, and should be refused.',
      'It was refused, and should be answered.',
      null,
    ])
  })

  it('the mutation score names each change that no question notices, and a question that would', async () => {
    await withQuestions([OILED, COVERED])
    const both = await mutateDocument(vouch.deps, { collection: 'policies', id: loom.id })
    expect(both.tried).toBeGreaterThanOrEqual(5)
    expect(both.score).toBe(both.noticed / both.tried)
    await withQuestions([OILED])
    const one = await mutateDocument(vouch.deps, { collection: 'policies', id: loom.id })
    expect(one.score!).toBeLessThan(both.score!)
    const march = one.survivors.find(({ before }) => before === 'March')
    expect(march).toMatchObject({
      kind: 'date',
      after: 'June',
      sentence: expect.stringContaining('are not covered'),
    })
    expect(march!.question).toContain('Wren guarantee')
    await withQuestions([OILED, { question: march!.question!, expects: 'answer' }])
    const mended = await mutateDocument(vouch.deps, { collection: 'policies', id: loom.id })
    expect(mended.survivors.map(({ before }) => before)).not.toContain('March')
    expect((await vouch.ask(OILED.question)).message).toContain('40 hours')
  })

  it('without a question nothing is noticed', async () => {
    await withQuestions([])
    const none = await mutateDocument(vouch.deps, { collection: 'policies', id: loom.id })
    expect(none).toMatchObject({ score: 0, noticed: 0, questions: 0 })
    expect(none.survivors).toHaveLength(none.tried)
  })
})
