import { beforeAll, describe, expect, it } from 'vitest'
import { makeReport } from '../../src/commands/impact/makeReport'
import { standingReport } from '../../src/commands/impact/standingReport'
import { checkAcceptance } from '../../src/commands/acceptance/checkAcceptance'
import { approvalHash } from '../../src/database/releaseHashes'
import { readGoverned } from '../../src/commands/governedDocument'
import { markdownToRichText } from '../../src/records/richText/markdown'
import type { Policy } from '../../payload-types'
import { product, publishBackground, serviceOf } from './background'
import { atNight } from '../often'
import { useInstallation } from './installation'

const PRODUCTS = 98
const nameOf = (i: number) =>
  `${['Knot', 'Linnet', 'Merlin', 'Plover', 'Wren', 'Teal', 'Rook'][i % 7]}ax Lathe ${String.fromCharCode(65 + (i % 26))}${i}`

/** Ways in which the one fact is asked for, in words of our own. */
const ASKED_FOR_IT = [
  'How long may I keep the Heron Kiln before I send it back?',
  'How many days do I have to return the Heron Kiln?',
  'Within how many days must the Heron Kiln be returned?',
  'Heron Kiln return period?',
]

const KILN = (days: string) =>
  `The Heron Kiln may be returned within ${days} days of delivery.\n\nThe Heron Kiln weighs 30 kilograms.`

/** The same of another product, which stands for the questions of a year. */
const ofPress = (text: string) => text.replaceAll('Heron Kiln', 'Osier Press')

describe('impact before approval', () => {
  const vouch = useInstallation()
  let kiln: Policy
  const rewrite = async ({ id }: { id: string }, markdown: string, more: Partial<Policy> = {}) =>
    vouch.payload.update({
      collection: 'policies',
      id,
      data: { body: await markdownToRichText(vouch.payload.config, markdown), ...more } as Partial<Policy>,
      ...vouch.as('ann'),
      depth: 0,
    })

  beforeAll(async () => {
    await publishBackground(vouch)
    const sections = Array.from(
      { length: PRODUCTS },
      (_, i) => `## ${nameOf(i)}\n\n${product(nameOf(i), i + 3).markdown}`,
    )
    await vouch.publish({ title: 'Service of lathes', markdown: sections.join('\n\n') })
    kiln = await vouch.publish({
      title: 'Heron Kiln',
      markdown:
        'The Heron Kiln may be returned within 14 days of delivery.\n\nThe Heron Kiln weighs 30 kilograms.',
      acceptance: [{ question: ASKED_FOR_IT[2]!, expects: 'answer', says: '14 days' }],
    })
    for (const question of ASKED_FOR_IT) await vouch.ask(question)
    kiln = await rewrite(kiln, KILN('21'))
  })

  it('its own broken acceptance question is in the report, with how well the questions hold the text', async () => {
    const { acceptance, mutation } = await makeReport(
      vouch.deps,
      { collection: 'policies', id: kiln.id },
      { most: 5 },
    )
    expect(acceptance).toMatchObject([{ problem: 'The answer does not say “14 days”.' }])
    expect(mutation.tried).toBeGreaterThan(1)
  })

  it('a question of another text that it would break is seen before it is approved', async () => {
    const rival = await vouch.draft({
      title: 'Heron Kiln returns',
      markdown: 'Within 14 days? No: the Heron Kiln must be returned within 3 days.',
    })
    const { broken } = await makeReport(vouch.deps, { collection: 'policies', id: rival.id }, { most: 5 })
    expect(broken).toMatchObject([{ document: { id: kiln.id }, question: ASKED_FOR_IT[2] }])
  })

  it('is made when a text is sent for review, and the signature keeps its hash', async () => {
    await rewrite(kiln, 'The Heron Kiln may be returned within 21 days of delivery.', {
      acceptance: [{ question: ASKED_FOR_IT[2]!, expects: 'answer', says: '21 days' }],
    })
    await vouch.act('ann', 'submit', kiln)
    await vouch.work()
    const { document } = await readGoverned({ payload: vouch.payload, collection: 'policies', id: kiln.id })
    const standing = (await standingReport(vouch.payload, document))!
    expect(standing).toMatchObject({ state: 'done', reportHash: expect.stringMatching(/^sha256:/) })
    expect(standing.report!.acceptance).toMatchObject([{ problem: null }])
    await expect(
      vouch.act('ben', 'approve', kiln, 'policies', { reportHash: 'sha256:another' }),
    ).rejects.toThrow('was made anew')
    await vouch.act('ben', 'approve', kiln, 'policies', { reportHash: standing.reportHash! })
    const [approval] = (await vouch.rows('approvals', { documentId: { equals: kiln.id } })).toSorted(
      (a, b) => b.version - a.version,
    )
    expect(approval!.reportHash).toBe(standing.reportHash)
    await vouch.sql({
      sql: 'update impact_reports set report = ? where id = ?',
      args: [JSON.stringify({ ...standing.report, looked: 0 }), standing.id],
    })
    expect((await standingReport(vouch.payload, document))!.reportHash).toBeNull()
    await vouch.act('ben', 'publish', kiln)
    await vouch.work()
  })

  it('a text that says otherwise than one in force is signed with a reason alone, which is audited and signed', async () => {
    const rival = await vouch.draft({
      title: 'Heron Kiln and its return',
      markdown: 'The Heron Kiln may be returned within 60 days of delivery.',
    })
    await vouch.act('ann', 'submit', rival)
    await vouch.work()
    const ref = { collection: 'policies' as const, id: rival.id }
    const { document } = await readGoverned({ payload: vouch.payload, ...ref })
    const { conflicts = [] } = (await standingReport(vouch.payload, document))!.report!
    expect(conflicts).toMatchObject([
      { kind: 'duration', ours: { fact: '60 days' }, theirs: { fact: '21 days', document: { id: kiln.id } } },
    ])
    await expect(vouch.act('ben', 'approve', rival)).rejects.toThrow(
      'says “21 days” where this text says “60 days”',
    )
    const waivers = [{ conflict: conflicts[0]!.id, reason: 'Sixty days for kilns bought at the fair.' }]
    await vouch.act('ben', 'approve', rival, 'policies', { waivers })
    const [approval] = await vouch.rows('approvals', { documentId: { equals: rival.id } })
    expect(approval!.waivers).toEqual(waivers)
    const rows = await vouch.rows('audit-log', { action: { equals: 'document.approve' } })
    const signed = rows.find(({ subjectId }) => subjectId === rival.id)!
    expect(signed.detail).toMatchObject({ waivers, approvalHash: approvalHash(approval!) })
    expect(approvalHash({ ...approval!, waivers: [{ ...waivers[0]!, reason: 'Another.' }] })).not.toBe(
      approvalHash(approval!),
    )
  })

  it('a tier that demands a score lets nobody sign before the questions hold the text', async () => {
    const { custom } = vouch.payload.config
    Object.assign(custom, { mutationScores: { standard: 0.9 } })
    try {
      const text = await vouch.draft(product('Osprey Churn', 12))
      await vouch.act('ann', 'submit', text)
      await expect(vouch.act('ben', 'approve', text)).rejects.toThrow('still being made')
      await vouch.work()
      await expect(vouch.act('ben', 'approve', text)).rejects.toThrow(/notice 0 % of what could change/)
      await vouch.act('ann', 'recall', text)
      await vouch.payload.update({
        collection: 'policies',
        id: text.id,
        data: { acceptance: [{ question: serviceOf('Osprey Churn'), expects: 'answer' }] },
        ...vouch.as('ann'),
      })
      await vouch.act('ann', 'submit', text)
      await vouch.work()
      await vouch.act('ben', 'approve', text)
    } finally {
      Object.assign(custom, { mutationScores: {} })
    }
  })

  it('after a release the questions that it touches are asked; a broken one is a gap, and its owner is told once', async () => {
    const rival = await vouch.publish({
      title: 'Heron Kiln returns',
      markdown: 'Within 21 days? No: the Heron Kiln must be returned within 3 days.',
    })
    const broken = await vouch.rows('acceptance-checks', { holds: { equals: false } })
    expect(broken).toMatchObject([{ documentId: kiln.id, question: ASKED_FOR_IT[2] }])
    const [check] = broken
    const gaps = await vouch.rows('gaps', { note: { like: 'acceptance question' } })
    expect(gaps).toHaveLength(1)
    const told = await vouch.rows('notifications', { kind: { equals: 'acceptance_broken' } })
    expect(told.map(({ body }) => body)).toEqual([
      `“${ASKED_FOR_IT[2]}” It was passed to a person, and should be answered.`,
    ])
    const [release] = await vouch.rows('releases', { documentId: { equals: rival.id } })
    await checkAcceptance(vouch.deps, [release!.id])
    expect(await vouch.rows('notifications', { kind: { equals: 'acceptance_broken' } })).toHaveLength(1)
    await vouch.act('cora', 'withdraw', rival)
    await checkAcceptance(vouch.deps, [release!.id])
    expect((await vouch.rows('acceptance-checks', { id: { equals: check!.id } }))[0]).toMatchObject({
      holds: true,
    })
  })

  it.runIf(atNight)(
    'finds the answers that one edited fact changes among 200 past ones, and leaves the others alone',
    async () => {
      const press = await vouch.publish({ title: 'Osier Press', markdown: ofPress(KILN('14')) })
      const asked = ASKED_FOR_IT.map(ofPress)
      const before: string[] = []
      for (const question of asked) before.push((await vouch.ask(question)).message)
      for (let i = 0; i < PRODUCTS; i++) {
        await vouch.ask(serviceOf(nameOf(i)))
        await vouch.ask(`How often does the ${nameOf(i)} need a service?`)
      }
      await rewrite(press, ofPress(KILN('21')))
      const begun = performance.now()
      const report = await makeReport(vouch.deps, { collection: 'policies', id: press.id })
      const ms = Math.round(performance.now() - begun)
      console.info(`impact of ${report.looked} past questions: ${ms} ms, ${report.asked} asked both ways`)
      const affected = asked.filter((_, i) => before[i]!.includes('14 days'))
      const found = report.items.filter(({ label }) => label !== 'unchanged').map(({ question }) => question)
      expect(affected.length).toBeGreaterThan(1)
      expect(
        affected.filter((question) => found.includes(question)).length / affected.length,
      ).toBeGreaterThanOrEqual(0.95)
      expect(found.filter((question) => !asked.includes(question))).toEqual([])
      expect(report.looked).toBeGreaterThan(195)
      const item = report.items.find(({ question }) => question === affected[0])!
      expect(item.live.message).toContain('14 days')
      expect(item.tried.message).toContain('21 days')
      for (const question of affected) expect((await vouch.ask(question)).message).not.toContain('21 days')
    },
    240_000,
  )
})
