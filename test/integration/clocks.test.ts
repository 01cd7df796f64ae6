import { describe, expect, it } from 'vitest'
import { activate } from '../../ingestion/activate'
import type { Release } from '../../payload-types'
import { inForce, windowOf } from '../../src/governance/window'
import { useInstallation } from './installation'

const vouch = useInstallation()
const MINUTE = 60_000
const iso = (instant: number): string => new Date(instant).toISOString()

const releasesOf = (id: string): Promise<Release[]> =>
  vouch
    .rows('releases', { documentId: { equals: id } })
    .then((rows) => rows.toSorted((a, b) => a.sequence - b.sequence))
const set = (release: Release, data: Partial<Release>) =>
  vouch.payload.db.updateOne({ collection: 'releases', id: release.id, data, req: {} })

/** A text in force, and a signed successor that no worker has put in force yet. */
const withSuccessor = async () => {
  const policy = await vouch.publish({ title: `Returns ${Math.random()}`, markdown: 'Within 14 days.' })
  await vouch.payload.update({
    collection: 'policies',
    id: policy.id,
    data: { title: 'Returns, again' },
    ...vouch.as('ann'),
  })
  await vouch.act('ann', 'submit', policy)
  await vouch.act('ben', 'approve', policy)
  await vouch.act('ben', 'publish', policy)
  const [old, next] = await releasesOf(policy.id)
  if (!old || !next) throw new Error('two releases')
  return { policy, old, next }
}

describe('Clocks that differ', () => {
  it('a worker whose clock lags goes on after what was done before: history is not rewritten', async () => {
    const { policy, old, next } = await withSuccessor()
    const ahead = iso(Date.now() + MINUTE)
    await set(old, { validFrom: ahead, activatedAt: ahead })
    await activate(vouch.payload, [next])
    const [first, second] = (await releasesOf(policy.id)).map(windowOf)
    if (!first || !second) throw new Error('windows')
    expect(second.validFrom).toBe(Date.parse(ahead) + 1)
    expect(first.validTo).toBe(second.validFrom)
    expect(inForce(first, Date.parse(ahead))).toBe(true)
  })

  it('beyond five minutes it refuses, says why, and puts the text in force once the clocks agree', async () => {
    const { old, next } = await withSuccessor()
    const ahead = iso(Date.now() + 10 * MINUTE)
    await set(old, { activatedAt: ahead })
    await expect(activate(vouch.payload, [next])).rejects.toThrow(/Set the clocks of your machines alike/)
    expect((await vouch.rows('releases', { id: { equals: next.id } }))[0]?.validFrom ?? null).toBeNull()
    await set(old, { activatedAt: iso(Date.now() - MINUTE) })
    await activate(vouch.payload, [next])
    expect((await vouch.rows('releases', { id: { equals: next.id } }))[0]?.validFrom ?? null).not.toBeNull()
  })
})

describe('Dates given with “send for review”', () => {
  it('are set on the text, as a new version by whoever gave them, and are what is signed', async () => {
    const policy = await vouch.draft({ title: 'Summer returns', markdown: 'Within 60 days.' })
    const effectiveFrom = iso(Date.now() + 60 * MINUTE)
    const expiresAt = iso(Date.now() + 120 * MINUTE)
    const sent = await vouch.act('ben', 'submit', policy, 'policies', { effectiveFrom, expiresAt })
    expect(sent).toMatchObject({ state: 'in_review', version: 2 })
    await expect(vouch.act('ben', 'approve', policy)).rejects.toThrow('You wrote this version')
    await vouch.act('dan', 'approve', policy, 'policies', { effectiveFrom, expiresAt })
    await vouch.act('dan', 'publish', policy)
    await vouch.work()
    expect(await releasesOf(policy.id)).toMatchObject([{ validFrom: effectiveFrom, validTo: expiresAt }])
  })

  it('that end before they begin are refused with the field that is wrong', async () => {
    const policy = await vouch.draft({ title: 'Winter returns', markdown: 'Within 60 days.' })
    const dates = { effectiveFrom: iso(Date.now() + 2 * MINUTE), expiresAt: iso(Date.now() + MINUTE) }
    await expect(vouch.act('ann', 'submit', policy, 'policies', dates)).rejects.toThrow(/expiresAt/)
    expect((await vouch.rows('policies', { id: { equals: policy.id } }))[0]).toMatchObject({
      workflowState: 'draft',
      version: 1,
    })
  })
})
