import { describe, expect, it } from 'vitest'
import { readWorkflow } from '../../src/admin/workflow/readWorkflow'
import { readActor } from '../../src/commands/actor'
import { TransitionRefused } from '../../src/commands/transitionDocument'
import { TRANSITIONS } from '../../src/governance/types'
import { useInstallation } from './installation'

describe('the rail beside a document', () => {
  const vouch = useInstallation()

  it('offers exactly the steps that the command accepts, and gives the reasons that it gives', async () => {
    for (const who of ['ann', 'ben', 'cora', 'quinn', 'ada']) {
      const policy = await vouch.draft({ title: `Seen by ${who}`, markdown: 'Words.' })
      await vouch.act('ann', 'submit', policy)
      const { steps } = await readWorkflow({
        payload: vouch.payload,
        actor: await readActor(vouch.payload, vouch.user(who)),
        collection: 'policies',
        id: policy.id,
      })
      expect(steps.map(({ transition }) => transition)).toEqual([...TRANSITIONS])
      for (const { transition, reason } of steps.filter(({ allowed }) => !allowed)) {
        const refusal = vouch.act(who, transition, policy)
        await expect(refusal).rejects.toThrow(TransitionRefused)
        await expect(refusal).rejects.toThrow(reason ?? '')
      }
    }
  })

  it('tells what is live and who signed', async () => {
    const policy = await vouch.publish({ title: 'Returns', markdown: 'Within 30 days.' })
    const ann = await readActor(vouch.payload, vouch.user('ann'))
    const read = () =>
      readWorkflow({
        payload: vouch.payload,
        actor: ann,
        collection: 'policies',
        id: policy.id,
      })
    const published = await read()
    expect(published).toMatchObject({ state: 'published', pending: false, live: { version: 1, to: null } })
    expect(published.signatures).toMatchObject([{ name: 'ben', roles: 'approver' }])
    await vouch.payload.update({
      collection: 'policies',
      id: policy.id,
      data: { title: 'Returns and refunds' },
      user: { ...vouch.user('ann'), collection: 'users' },
    })
    expect(await read()).toMatchObject({
      state: 'draft',
      version: 2,
      pending: false,
      live: { version: 1 },
      signatures: [],
    })
  })
})
