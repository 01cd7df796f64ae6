import { beforeAll, describe, expect, it } from 'vitest'
import { activeIndexVersion } from '../../ingestion/indexVersions'
import { AnswerRequestSchema } from '../../src/answer/schema'
import { tryQuestion } from '../../src/commands/tryQuestion'
import { markdownToRichText } from '../../src/records/richText/markdown'
import type { Bot, Policy } from '../../payload-types'
import { product, publishBackground, serviceOf } from './background'
import { useInstallation } from './installation'

describe('trying a draft', () => {
  const vouch = useInstallation()
  let shop: Bot
  let lathe: Policy
  const attempt = (question: string, draft?: { id: string }, bot = shop) =>
    tryQuestion(vouch.deps, {
      user: vouch.user('ann'),
      botId: bot.id,
      request: AnswerRequestSchema.parse({ question }),
      draft: draft && { collection: 'policies', id: draft.id },
    })
  const rewrite = async ({ id }: { id: string }, markdown: string) =>
    vouch.payload.update({
      collection: 'policies',
      id,
      data: { body: await markdownToRichText(vouch.payload.config, markdown) } as Partial<Policy>,
      ...vouch.as('ann'),
      depth: 0,
    })

  beforeAll(async () => {
    await publishBackground(vouch)
    lathe = await vouch.publish(product('Knot Lathe', 17))
    await vouch.publish(product('Linnet Forge', 18))
    shop = await vouch.bot()
    lathe = await rewrite(lathe, product('Knot Lathe', 23).markdown)
  })

  it('answers as if it were published, and only where it was asked to', async () => {
    const live = await attempt(serviceOf('Knot Lathe'))
    const draft = await attempt(serviceOf('Knot Lathe'), lathe)
    expect(live).toMatchObject({ outcome: 'answered', draft: null })
    expect(live.message).toContain('17 days')
    expect(draft).toMatchObject({ outcome: 'answered', draft: { collection: 'policies', id: lathe.id } })
    expect(draft.message).toContain('23 days')
    expect(draft.message).not.toContain('17 days')
    expect(draft.citations[0]).toMatchObject({
      releaseId: `draft:policies/${lathe.id}`,
      version: lathe.version,
    })
    expect((await vouch.ask(serviceOf('Knot Lathe'))).message).toContain('17 days')
  })

  it('leaves what others say as it is, score for score', async () => {
    const live = await attempt(serviceOf('Linnet Forge'))
    const draft = await attempt(serviceOf('Linnet Forge'), lathe)
    expect(draft.message).toBe(live.message)
    expect(draft.confidence).toBeCloseTo(live.confidence!, 2)
  })

  it('a text that was never published answers what nothing answered', async () => {
    const fresh = await vouch.draft(product('Plover Anvil', 31))
    expect((await attempt(serviceOf('Plover Anvil'))).outcome).toBe('refused')
    const tried = await attempt(serviceOf('Plover Anvil'), fresh)
    expect(tried.outcome).toBe('answered')
    expect(tried.message).toContain('31 days')
    await vouch.act('ann', 'submit', fresh)
    await vouch.act('ben', 'approve', fresh)
    await vouch.act('ben', 'publish', fresh)
    await vouch.work()
    const published = await attempt(serviceOf('Plover Anvil'))
    expect(published.message).toBe(tried.message)
    expect(published.confidence).toBeCloseTo(tried.confidence!, 1)
  })

  it('is told to no bot that may not tell its audience', async () => {
    const inside = await vouch.draft({ ...product('Merlin Kiln', 9), audience: 'internal' })
    const refused = await attempt(serviceOf('Merlin Kiln'), inside)
    expect(refused.outcome).toBe('refused')
    expect(JSON.stringify(refused)).not.toContain('9 days')
  })

  it('stores nothing: no receipt, chunk, point of the index, gap or hand-over', async () => {
    const counted = async () =>
      Promise.all([
        ...(['answers', 'chunks', 'releases', 'gaps', 'handovers'] as const).map(
          async (collection) => (await vouch.payload.count({ collection })).totalDocs,
        ),
        vouch.deps.store.count((await activeIndexVersion(vouch.payload))!),
      ])
    const before = await counted()
    await attempt(serviceOf('Knot Lathe'), lathe)
    await attempt('Do you ship to the moon by rocket?', lathe)
    expect(await counted()).toEqual(before)
  })
})
