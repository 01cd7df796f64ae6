import { beforeAll, describe, expect, it } from 'vitest'
import { markdownToRichText } from '../../src/records/richText/markdown'
import type { Policy, Topic } from '../../payload-types'
import { readMovers } from '../../src/admin/review/readMovers'
import { readReview } from '../../src/admin/review/readReview'
import { readWaiting } from '../../src/admin/review/readWaiting'
import { readWorkflow } from '../../src/admin/workflow/readWorkflow'
import { readActor } from '../../src/commands/actor'
import { addComment, resolveComment } from '../../src/commands/comments'
import { NotFoundError } from '../../src/commands/governedDocument'
import { useInstallation } from './installation'

const DAY_MS = 86_400_000
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

const vouch = useInstallation()

const actor = (name: string) => readActor(vouch.payload, vouch.user(name))
const waiting = async (name: string) => (await readWaiting(vouch.payload, await actor(name))).waiting
const todos = async (name: string) => (await waiting(name)).map(({ todo, title }) => `${todo}: ${title}`)
const review = async (name: string, { id }: { id: string }) =>
  readReview({ payload: vouch.payload, actor: await actor(name), collection: 'policies', id })

/** Changes the text as ann, through the door that the form uses. */
const edit = async ({ id }: { id: string }, markdown: string, data: Partial<Policy> = {}) =>
  vouch.payload.update({
    collection: 'policies',
    id,
    data: { body: await markdownToRichText(vouch.payload.config, markdown), ...data } as Partial<Policy>,
    ...vouch.as('ann'),
  })

const sent = async (o: Parameters<typeof vouch.draft>[0]) => {
  const draft = await vouch.draft(o)
  await vouch.act('ann', 'submit', draft)
  return draft
}

describe('what waits for a person', () => {
  let topic: Topic
  let regulated: Policy

  beforeAll(async () => {
    topic = await vouch.payload.create({
      collection: 'topics',
      data: {
        name: 'Refunds',
        slug: 'refunds',
        approvers: [vouch.user('dan').id],
        lead: vouch.user('dan').id,
      },
    })
    await sent({ title: 'Standard', markdown: 'Words.' })
    await sent({ title: 'Sensitive', markdown: 'Words.', riskTier: 'sensitive', topic: topic.id })
    regulated = await sent({ title: 'Regulated', markdown: 'Words.', riskTier: 'regulated' })
  })

  it('is what they may sign, the riskiest first, and nothing that the rules would refuse them', async () => {
    expect(await todos('ben')).toEqual(['Sign: Regulated', 'Sign: Standard'])
    expect(await todos('dan')).toEqual(['Sign: Regulated', 'Sign: Sensitive', 'Sign: Standard'])
    expect(await todos('ann')).toEqual([])
    expect(await todos('quinn')).toEqual([])
  })

  it('is the oldest first among texts of the same risk, with who sent it and what it still needs', async () => {
    const second = await sent({ title: 'Standard, later', markdown: 'Words.' })
    const list = await waiting('ben')
    expect(list.map(({ title }) => title)).toEqual(['Regulated', 'Standard', 'Standard, later'])
    expect(list[0]).toMatchObject({ signed: 0, needed: 2, version: 1, riskTier: 'regulated' })
    expect((await readMovers(vouch.payload, list)).get(second.id)).toBe('sent by ann')
    await vouch.act('ben', 'approve', second)
    expect(await todos('ben')).not.toContain('Sign: Standard, later')
    expect(await todos('ann')).toEqual(['Publish: Standard, later'])
    expect((await readMovers(vouch.payload, await waiting('ann'))).get(second.id)).toBe('signed by ben')
  })

  it('leaves a regulated text to those who have not signed it', async () => {
    await vouch.act('ben', 'approve', regulated)
    expect(await todos('ben')).not.toContain('Sign: Regulated')
    expect((await waiting('cora'))[0]).toMatchObject({ title: 'Regulated', signed: 1, needed: 2 })
  })

  it('comes to a stand-in while the other is away, and not after', async () => {
    const lend = (startsAt: string, endsAt: string) =>
      vouch.payload.create({
        collection: 'delegations',
        data: { from: vouch.user('dan').id, to: vouch.user('cora').id, startsAt, endsAt },
      })
    await lend(daysFromNow(-9), daysFromNow(-2))
    expect(await todos('cora')).not.toContain('Sign: Sensitive')
    await lend(daysFromNow(-1), daysFromNow(1))
    expect(await todos('cora')).toContain('Sign: Sensitive')
  })

  it('is their own text when changes were asked for, and what they own when it falls due', async () => {
    const back = await sent({ title: 'Sent back', markdown: 'Words.' })
    await vouch.act('ben', 'request_changes', back, 'policies', { comment: 'Say more.' })
    expect(await todos('ann')).toContain('Change: Sent back')
    expect(await todos('ben')).not.toContain('Sign: Sent back')
    const old = await vouch.publish({ title: 'Old', markdown: 'Words.', topic: topic.id })
    const due = async (days: number) => {
      const row = await vouch.payload.findByID({ collection: 'policies', id: old.id, depth: 0 })
      await vouch.payload.db.updateOne({
        collection: 'policies',
        id: old.id,
        data: { ...row, reviewAt: daysFromNow(-days) },
      })
    }
    expect(await todos('ann')).not.toContain('Confirm: Old')
    await due(3)
    expect(await todos('ann')).toContain('Confirm: Old')
    expect(await todos('dan')).not.toContain('Confirm: Old')
    await due(30)
    expect(await todos('dan')).toContain('Confirm: Old')
    await vouch.act('ann', 'verify', old)
    expect([...(await todos('ann')), ...(await todos('dan'))]).not.toContain('Confirm: Old')
  })

  it('is read in a bounded number of rows, and says when there are more', async () => {
    const { waiting: few, more } = await readWaiting(vouch.payload, await actor('dan'), 1)
    expect(few.length).toBeLessThanOrEqual(2)
    expect(few[0]?.riskTier).toBe('regulated')
    expect(more).toBe(true)
  })
})

describe('the review page', () => {
  const BEFORE =
    '# Returns\n\nCustomers may return goods within 14 days of delivery. Postage is free.\n\n- A laptop'
  const AFTER = `${BEFORE.replace('14', '30')}\n- A phone`

  it('shows a change against the text in force, with the settings that changed', async () => {
    const policy = await vouch.publish({ title: 'Returns', markdown: BEFORE })
    await edit(policy, AFTER, { audience: 'customer', reviewEveryDays: 90 })
    await vouch.act('ann', 'submit', policy)
    const read = await review('ben', policy)
    expect(read).toMatchObject({ base: { version: 1, state: 'published' }, titleChanged: false })
    expect(read.diff.sentences).toBe(2)
    expect(read.diff.blocks.map(({ change }) => change)).toEqual(['kept', 'changed', 'kept', 'added'])
    const changed = read.metadata.filter((row) => row.changed)
    expect(changed).toMatchObject([
      { label: 'Audience', old: 'Public', now: 'Customer', signed: true },
      { label: 'Checked every', old: '180 days', now: '90 days', signed: false },
    ])
    expect(read.workflow.signThenPublish).toEqual({ allowed: true, reason: null })
  })

  it('shows a first version whole, and a withdrawn one as what it is compared with', async () => {
    const first = await sent({ title: 'First', markdown: BEFORE })
    expect(await review('ben', first)).toMatchObject({ base: null, diff: { sentences: 0 } })
    const policy = await vouch.publish({ title: 'Withdrawn', markdown: BEFORE })
    await vouch.act('ben', 'withdraw', policy)
    await vouch.act('ann', 'restore', policy)
    expect(await review('ben', policy)).toMatchObject({ base: { version: 1, state: 'withdrawn' } })
  })

  it('says why signing and publishing at once is not for this person', async () => {
    const policy = await sent({ title: 'Two sign', markdown: BEFORE, riskTier: 'regulated' })
    const reasonFor = async (name: string) => (await review(name, policy)).workflow.signThenPublish?.reason
    expect(await reasonFor('ben')).toMatch(/not the last.*has 1/)
    expect(await reasonFor('ann')).toMatch(/You wrote this version/)
    await vouch.act('ben', 'approve', policy)
    expect(await reasonFor('dan')).toMatch(/compliance/)
    expect(await reasonFor('cora')).toBeNull()
  })

  it('keeps a comment with its passage until its words are gone, and open ones before resolved ones', async () => {
    const policy = await sent({ title: 'Discussed', markdown: BEFORE })
    const say = (body: string, exact?: string) =>
      addComment(
        { payload: vouch.payload, user: vouch.user('ben') },
        {
          collection: 'policies',
          id: policy.id,
          expectedVersion: 1,
          body,
          ...(exact && { passage: { exact } }),
        },
      )
    const done = await say('Typo.')
    const about = await say('Why 14?', 'within 14 days')
    await resolveComment({ payload: vouch.payload, user: vouch.user('ben') }, done.id)
    const read = await review('ann', policy)
    expect(read.comments).toMatchObject([
      { body: 'Why 14?', author: 'ben', resolved: null, version: 1 },
      { body: 'Typo.', resolved: { by: 'ben' } },
    ])
    expect(read.places.map(({ id }) => id)).toEqual([about.id])
    expect(read.workflow.openComments).toBe(1)
    await edit(policy, AFTER)
    const later = await review('ann', policy)
    expect(later.places).toEqual([])
    expect(later.comments[0]).toMatchObject({ exact: 'within 14 days', version: 1 })
  })

  it('offers to ask for changes before anything is written, because the button asks for the words', async () => {
    const policy = await sent({ title: 'No comment yet', markdown: BEFORE })
    const { steps } = (await review('ben', policy)).workflow
    expect(steps.find(({ transition }) => transition === 'request_changes')).toMatchObject({
      allowed: true,
      now: true,
    })
  })

  it('knows nothing of a text that is not there', async () => {
    await expect(review('ben', { id: 'nothing' })).rejects.toThrow(NotFoundError)
  })
})

describe('the facts beside a document', () => {
  it('are its releases with their states, who confirmed it, and in whose place it was signed', async () => {
    const policy = await vouch.draft({ title: 'Facts', markdown: 'One.', riskTier: 'regulated' })
    await vouch.payload.create({
      collection: 'delegations',
      data: {
        from: vouch.user('cora').id,
        to: vouch.user('dan').id,
        startsAt: daysFromNow(-1),
        endsAt: daysFromNow(1),
      },
    })
    await vouch.act('ann', 'submit', policy)
    await vouch.act('dan', 'approve', policy)
    await vouch.act('ben', 'approve', policy)
    const read = async () =>
      readWorkflow({
        payload: vouch.payload,
        actor: await actor('ben'),
        collection: 'policies',
        id: policy.id,
      })
    expect((await read()).signatures).toMatchObject([
      { name: 'dan', onBehalfOf: 'cora' },
      { name: 'ben', onBehalfOf: null },
    ])
    await vouch.act('ben', 'publish', policy)
    await vouch.work()
    await vouch.act('ben', 'verify', policy)
    expect(await read()).toMatchObject({
      verified: { state: 'verified', by: 'ben' },
      releases: [{ version: 1, state: 'published' }],
    })
    await vouch.act('ben', 'withdraw', policy)
    expect(await read()).toMatchObject({ verified: null, releases: [{ version: 1, state: 'withdrawn' }] })
  })
})
