import { describe, expect, it } from 'vitest'
import { TransitionRefused } from '../../src/commands/transitionDocument'
import { useInstallation } from './installation'

const RETURNS =
  '# Returns\n\nYou may return goods within **30 days** of delivery.\n\n## Electronics\n\nLaptops have 14 days.'

describe('from draft to in force', () => {
  const vouch = useInstallation()

  it('puts a text in force once two people have handled it', async () => {
    const policy = await vouch.publish({ title: 'Returns', markdown: RETURNS })
    expect(policy).toMatchObject({ workflowState: 'published', version: 1, liveVersion: 1 })
    const { docs: releases } = await vouch.payload.find({ collection: 'releases', depth: 0 })
    expect(releases[0]?.validFrom).toBeTruthy()
    const { docs: chunks } = await vouch.payload.find({ collection: 'chunks', depth: 0, sort: 'position' })
    expect(chunks.length).toBeGreaterThan(1)
    for (const chunk of chunks) expect(releases[0]?.text.slice(chunk.start, chunk.end)).toBe(chunk.text)
  })

  it('does not let an author sign their own text', async () => {
    const policy = await vouch.draft({ title: 'Mine', markdown: 'Words.', by: 'ben' })
    await vouch.act('ben', 'submit', policy)
    await expect(vouch.act('ben', 'approve', policy)).rejects.toThrow('You wrote this version')
    await expect(vouch.act('dan', 'approve', policy)).resolves.toMatchObject({ state: 'approved' })
  })

  it('voids a signature when the text is edited after it', async () => {
    const policy = await vouch.draft({ title: 'Edited', markdown: 'First words.' })
    await vouch.act('ann', 'submit', policy)
    await vouch.act('ben', 'approve', policy)
    const edited = await vouch.payload.update({
      collection: 'policies',
      id: policy.id,
      data: { title: 'Edited again', workflowState: 'approved', version: 1 },
      user: { ...vouch.user('ann'), collection: 'users' },
    })
    expect(edited).toMatchObject({ workflowState: 'draft', version: 2 })
    await expect(vouch.act('ben', 'publish', policy)).rejects.toBeInstanceOf(TransitionRefused)
  })

  it('ends the old release at the instant in which the new one begins', async () => {
    const policy = await vouch.publish({ title: 'Delivery', markdown: 'Delivery takes 3 days.' })
    await vouch.payload.update({
      collection: 'policies',
      id: policy.id,
      data: { title: 'Delivery times' },
      user: { ...vouch.user('ann'), collection: 'users' },
    })
    await vouch.act('ann', 'submit', policy)
    await vouch.act('ben', 'approve', policy)
    await vouch.act('ben', 'publish', policy)
    await vouch.work()
    const { docs } = await vouch.payload.find({
      collection: 'releases',
      where: { documentId: { equals: policy.id } },
      sort: 'version',
      depth: 0,
    })
    expect(docs.map((release) => release.version)).toEqual([1, 2])
    expect(docs[0]?.validTo).toBe(docs[1]?.validFrom)
    expect(docs[1]?.validTo ?? null).toBeNull()
  })

  it('needs two signatures, one from compliance, for a regulated text', async () => {
    const policy = await vouch.draft({ title: 'Regulated', markdown: 'Words.', riskTier: 'regulated' })
    await vouch.act('ann', 'submit', policy)
    expect(await vouch.act('ben', 'approve', policy)).toMatchObject({ state: 'in_review' })
    await expect(vouch.act('ben', 'approve', policy)).rejects.toThrow('You have signed this version already')
    expect(await vouch.act('cora', 'approve', policy)).toMatchObject({ state: 'approved' })
  })

  it('ends a withdrawn text at once, with every worker dead', async () => {
    const policy = await vouch.publish({ title: 'Wrong', markdown: 'Everything is free.' })
    await vouch.act('dan', 'withdraw', policy)
    const { docs } = await vouch.payload.find({
      collection: 'releases',
      where: { documentId: { equals: policy.id } },
      depth: 0,
    })
    expect(Date.parse(docs[0]?.validTo ?? '')).toBeLessThanOrEqual(Date.now())
  })
})
