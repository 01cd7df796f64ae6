import { beforeAll, describe, expect, it } from 'vitest'
import type { EvalCase } from '../../payload-types'
import { queueStoredRun, recordEvalRun } from '../../src/commands/storedCases/evalRuns'
import { readStoredCases, toJsonLines } from '../../src/commands/storedCases/readStoredCases'
import type { CaseOutcome } from '../../src/commands/storedCases/caseOutcome'
import { product, publishBackground, serviceOf } from './background'
import { useInstallation } from './installation'

describe('eval cases that are kept in the CMS', () => {
  const vouch = useInstallation()
  const keep = (data: Partial<EvalCase> & { question: string }) =>
    vouch.payload.create({
      collection: 'eval-cases',
      data: {
        kind: 'answerable',
        expectedOutcome: 'refused',
        audiences: ['public'],
        locale: 'en-GB',
        origin: 'reviewer',
        active: true,
        ...data,
      },
      ...vouch.as('quinn'),
      depth: 0,
    })
  const gold = (id: string) => [{ relationTo: 'policies' as const, value: id }]
  let merlin = ''
  let osprey = ''

  beforeAll(async () => {
    await publishBackground(vouch)
    merlin = (await vouch.publish(product('Merlin Kiln', 23))).id
    osprey = (await vouch.publish(product('Osprey Winch', 24))).id
  })

  it('nobody can run none', async () => {
    await expect(queueStoredRun(vouch.payload, 'quinn')).rejects.toThrow('No eval case is on.')
  })

  it('are written by QA and admins, and read by everyone who works here', async () => {
    const { id } = await keep({ question: 'Who are you?', kind: 'chitchat_oos', active: false })
    const change = (name: string) =>
      vouch.payload.update({ collection: 'eval-cases', id, data: { kind: 'injection' }, ...vouch.as(name) })
    await expect(change('ann')).rejects.toThrow(/not allowed/)
    expect((await change('ada')).kind).toBe('injection')
    expect((await vouch.payload.findByID({ collection: 'eval-cases', id, ...vouch.as('ann') })).id).toBe(id)
    await expect(keep({ question: 'What?', expectedOutcome: 'answered' })).rejects.toThrow(
      /Documents that answer/,
    )
  })

  it('a gap that closes adds its question, expected to be answered from the text that closed it', async () => {
    const asked = await vouch.ask(serviceOf('Quail Anvil'))
    const [receipt] = await vouch.rows('answers', { id: { equals: asked.receiptId } })
    const policy = await vouch.publish(product('Quail Anvil', 25))
    const [gap] = await vouch.rows('gaps', { id: { equals: receipt!.gap as string } })
    expect(gap).toMatchObject({ state: 'verified' })
    const cases = await vouch.rows('eval-cases', { gap: { equals: gap!.id } })
    expect(cases).toEqual([
      expect.objectContaining({
        question: serviceOf('Quail Anvil'),
        origin: 'gap',
        expectedOutcome: 'answered',
        active: true,
        gold: gold(policy.id),
      }),
    ])
  })

  it('are read in the shape of the eval sets, with a file’s key where a document came from one', async () => {
    await vouch.sql({ sql: 'update policies set source_key = ? where id = ?', args: ['faq.csv#7', osprey] })
    const right = await keep({
      question: serviceOf('Osprey Winch'),
      history: [{ role: 'user', content: 'Hello' }],
      expectedOutcome: 'answered',
      gold: gold(osprey),
      answerKey: ['24 days | every 24'],
      leakStrings: ['secret'],
    })
    const stored = await readStoredCases(vouch.payload)
    expect(stored.find(({ id }) => id === right.id)).toEqual({
      id: right.id,
      kind: 'answerable',
      question: serviceOf('Osprey Winch'),
      origin: 'reviewer',
      history: [{ role: 'user', content: 'Hello' }],
      gold: ['faq.csv#7'],
      answerable: true,
      answer_key: [['24 days', 'every 24']],
      leak_strings: ['secret'],
      lang: 'en',
      locale: 'en-GB',
      audiences: ['public'],
      expected_outcome: 'answered',
    })
    const lines = toJsonLines(stored).trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(stored.map(({ id }) => id))
    expect(stored.some(({ question }) => question === 'Who are you?')).toBe(false)
  })

  it('are run by the worker: what is right is counted, what is not says why, and nothing else is written', async () => {
    const wrongText = await keep({
      question: serviceOf('Merlin Kiln'),
      expectedOutcome: 'answered',
      gold: gold(osprey),
    })
    const wrongWords = await keep({
      question: serviceOf('Merlin Kiln'),
      expectedOutcome: 'answered',
      gold: gold(merlin),
      answerKey: ['99 days'],
    })
    const leak = await keep({
      question: serviceOf('Merlin Kiln'),
      expectedOutcome: 'answered',
      gold: gold(merlin),
      leakStrings: ['23 DAYS'],
    })
    const shouldAnswer = await keep({
      question: 'Do you ship to the moon by rocket?',
      expectedOutcome: 'answered',
      gold: gold(merlin),
    })
    const person = await keep({
      question: 'I want to talk to a human',
      expectedOutcome: 'escalated',
      kind: 'handoff',
    })
    const receipts = await vouch.payload.count({ collection: 'answers' })
    const id = await queueStoredRun(vouch.payload, 'quinn')
    expect(await queueStoredRun(vouch.payload, 'ada')).toBe(id)
    await vouch.work()
    const [run] = await vouch.rows('eval-runs', { id: { equals: id } })
    expect(run).toMatchObject({ state: 'done', by: 'quinn', questions: 7, done: 7, problem: null })
    const results = run!.results as unknown as CaseOutcome[]
    const problemOf = ({ id: caseId }: { id: string }) =>
      results.find((result) => result.caseId === caseId)?.problem
    expect(problemOf(wrongText)).toMatch(/another document/)
    expect(problemOf(wrongWords)).toBe('The answer lacks “99 days”.')
    expect(problemOf(leak)).toMatch(/which must not be said/)
    expect(problemOf(shouldAnswer)).toBe('It should have been answered.')
    expect(problemOf(person)).toBeNull()
    expect(run!.numbers).toMatchObject({
      questions: 7,
      right: 3,
      rightShare: 3 / 7,
      precisionAnswered: 2 / 5,
      coverage: 5 / 6,
      leaks: 1,
    })
    expect(run!.versions).toMatchObject({ indexVersion: expect.any(String) })
    expect(await vouch.payload.count({ collection: 'answers' })).toEqual(receipts)
    expect(await queueStoredRun(vouch.payload, 'quinn')).not.toBe(id)
    await vouch.work()
  })

  it('a run that the command measured is on the list with its numbers', async () => {
    const numbers = { 'ndcg@10': 0.91, auroc: null }
    const id = await recordEvalRun(vouch.payload, {
      set: 'demo',
      by: 'vouch eval',
      questions: 234,
      numbers,
      versions: { calibration: 'x' },
    })
    expect((await vouch.rows('eval-runs', { id: { equals: id } }))[0]).toMatchObject({
      set: 'demo',
      state: 'done',
      questions: 234,
      numbers,
    })
  })
})
