import { beforeAll, describe, expect, it } from 'vitest'
import { AnswerRequestSchema } from '../../src/answer/schema'
import { reportGap } from '../../src/commands/reportGap'
import { keepCase } from '../../src/commands/storedCases/keepCase'
import { tryQuestion } from '../../src/commands/tryQuestion'
import type { Bot } from '../../payload-types'
import { product, publishBackground, serviceOf } from './background'
import { useInstallation } from './installation'

describe('trying a question', () => {
  const vouch = useInstallation()
  let shop: Bot
  const attempt = (question: string, o: { bot?: Bot; as?: string; request?: object } = {}) =>
    tryQuestion(vouch.deps, {
      user: vouch.user(o.as ?? 'quinn'),
      botId: (o.bot ?? shop).id,
      request: AnswerRequestSchema.parse({ question, ...o.request }),
    })
  const counted = async () =>
    Object.fromEntries(
      await Promise.all(
        (['answers', 'gaps', 'gap-events', 'handovers'] as const).map(async (collection) => [
          collection,
          (await vouch.payload.count({ collection })).totalDocs,
        ]),
      ),
    ) as Record<string, number>

  beforeAll(async () => {
    await publishBackground(vouch)
    await vouch.publish(product('Knot Lathe', 17))
    await vouch.publish({ ...product('Linnet Forge', 18), audience: 'internal' })
    shop = await vouch.bot()
  })

  it('shows the answer with its passages, scores, features, timings and versions', async () => {
    const trial = await attempt(serviceOf('Knot Lathe'))
    expect(trial).toMatchObject({
      outcome: 'answered',
      reason: null,
      bot: { id: shop.id },
      features: { wordsFirst: expect.any(Number) },
      timings: { total: expect.any(Number) },
      versions: { calibration: expect.any(String) },
    })
    const [citation] = trial.citations
    const passage = trial.candidates.find(({ chunkId }) => chunkId === citation!.chunkId)!
    expect(passage.text.slice(citation!.start - passage.start, citation!.end - passage.start)).toBe(
      citation!.quote,
    )
    expect(passage).toMatchObject({ words: expect.any(Number), score: expect.any(Number) })
  })

  it('leaves no receipt, gap or hand-over behind, whatever comes of it', async () => {
    const before = await counted()
    expect((await attempt('Do you ship to the moon by rocket?')).outcome).toBe('refused')
    expect((await attempt('I want to talk to a human')).reason).toBe('asks_for_person')
    expect(await counted()).toEqual(before)
  })

  it('passes on what the chosen bot may pass on, and nothing else', async () => {
    const refused = await attempt(serviceOf('Linnet Forge'))
    expect(refused).toMatchObject({ outcome: 'refused', reason: 'not_visible' })
    expect(JSON.stringify(refused)).not.toContain('18 days')
    const inside = await vouch.bot({ audiences: ['internal'] })
    expect((await attempt(serviceOf('Linnet Forge'), { bot: inside })).message).toContain('18 days')
  })

  it('asks about an instant, and with earlier turns', async () => {
    const early = await attempt(serviceOf('Knot Lathe'), { request: { asOf: '2020-01-01T00:00:00Z' } })
    expect(early).toMatchObject({ outcome: 'refused', asOf: '2020-01-01T00:00:00.000Z' })
    const messages = [{ role: 'user', content: 'Tell me about the Knot Lathe.' }]
    const follow = await attempt('And how often must it be serviced?', { request: { messages } })
    expect(follow.searched?.question).toContain('Knot Lathe')
  })

  it('a bot that there is not cannot be asked as', async () => {
    await expect(attempt('Hi?', { bot: { ...shop, id: 'nobody' } })).rejects.toThrow(
      'There is no bot nobody.',
    )
  })

  it('is kept as an eval case by QA, with what the bot’s audiences are and the documents that answer it', async () => {
    const trial = await attempt(serviceOf('Knot Lathe'))
    const kept = {
      botId: shop.id,
      question: serviceOf('Knot Lathe'),
      messages: [],
      locale: 'en-GB',
      expectedOutcome: trial.outcome,
      reason: trial.reason,
      gold: trial.citations.map(({ document: { collection, id } }) => ({ collection, id })),
    }
    const { id } = await keepCase(vouch.deps, { user: vouch.user('quinn'), ...kept })
    const [row] = await vouch.rows('eval-cases', { id: { equals: id } })
    expect(row).toMatchObject({
      kind: 'answerable',
      expectedOutcome: 'answered',
      origin: 'try_it',
      active: true,
      audiences: ['public'],
      gold: [{ relationTo: 'policies', value: trial.citations[0]!.document.id }],
    })
    const [audit] = await vouch.rows('audit-log', { subjectId: { equals: id } })
    expect(audit).toMatchObject({ action: 'eval_case.created', actorName: 'quinn' })
    await expect(keepCase(vouch.deps, { user: vouch.user('ann'), ...kept })).rejects.toThrow('QA reviewers')
  })

  it('a case that should be answered, and says not from what, is kept switched off', async () => {
    const { id, active } = await keepCase(vouch.deps, {
      user: vouch.user('quinn'),
      botId: shop.id,
      question: 'Do you ship to the moon?',
      messages: [],
      locale: 'en-GB',
      expectedOutcome: 'answered',
      reason: null,
      gold: [],
    })
    expect(active).toBe(false)
    await expect(
      vouch.payload.update({ collection: 'eval-cases', id, data: { active: true }, ...vouch.as('quinn') }),
    ).rejects.toThrow(/Documents that answer it/)
  })

  it('a gap that is reported is on the backlog, counted as asked by nobody, with who reported it', async () => {
    const report = {
      botId: shop.id,
      question: 'Do you ship to Svalbard by sledge?',
      locale: 'en-GB',
      reason: 'no_coverage' as const,
      note: 'People ask on the phone.',
    }
    const before = await counted()
    const { gapId, known } = await reportGap(vouch.deps, { user: vouch.user('quinn'), ...report })
    expect(known).toBe(false)
    const [gap] = await vouch.rows('gaps', { id: { equals: gapId } })
    expect(gap).toMatchObject({ state: 'new', seen: 0, people: 0, reason: 'no_coverage' })
    expect(gap!.note).toBe('Reported by quinn: People ask on the phone.')
    expect(await counted()).toEqual({ ...before, gaps: before['gaps']! + 1 })
    expect(await reportGap(vouch.deps, { user: vouch.user('quinn'), ...report })).toEqual({
      gapId,
      known: true,
    })
    const audit = await vouch.rows('audit-log', { subjectId: { equals: gapId } })
    expect(audit.map(({ action }) => action)).toEqual(['gap.reported', 'gap.reported'])
    const asked = await vouch.ask(report.question)
    const [row] = await vouch.rows('answers', { id: { equals: asked.receiptId } })
    expect(row!.gap).toBe(gapId)
    expect((await vouch.rows('gaps', { id: { equals: gapId } }))[0]).toMatchObject({ seen: 1 })
    await expect(reportGap(vouch.deps, { user: vouch.user('cora'), ...report })).rejects.toThrow(
      'report gaps',
    )
  })
})
