import { beforeAll, describe, expect, it } from 'vitest'
import type { Policy } from '../../payload-types'
import { product, publishBackground, serviceOf } from './background'
import { useFaces } from './faces'
import { useInstallation } from './installation'

describe('Nothing unsigned is served: by REST or GraphQL', () => {
  const vouch = useInstallation()
  const { rest } = useFaces(vouch)
  const FORGED = {
    workflowState: 'published',
    version: 9,
    liveVersion: 9,
    authors: [],
    contentHash: 'sha256:x',
  }
  let draft: Policy

  beforeAll(async () => {
    await publishBackground(vouch)
    draft = await vouch.draft(product('Lapwing Sundial', 61))
  })

  const nothingIsServed = async () => {
    await vouch.work()
    for (const { id, workflowState, liveRelease } of await vouch.rows('policies', {
      title: { like: 'Lapwing' },
    })) {
      expect({ id, workflowState, liveRelease }).toEqual({ id, workflowState: 'draft', liveRelease: null })
      expect(await vouch.rows('releases', { documentId: { equals: id } })).toEqual([])
    }
    expect((await vouch.ask(serviceOf('Lapwing Sundial'))).outcome).toBe('refused')
  }

  it('no PATCH, bulk PATCH, copy, restore or create puts a text in force, not even an admin’s', async () => {
    for (const name of ['ann', 'ben', 'ada']) {
      expect((await rest(name, 'PATCH', `policies/${draft.id}`, FORGED)).status).toBe(200)
      await rest(name, 'PATCH', `policies/${draft.id}?draft=false&publishSpecificLocale=en`, {
        ...FORGED,
        _status: 'published',
      })
      await rest(name, 'PATCH', `policies?where[id][equals]=${draft.id}`, FORGED)
      expect((await rest(name, 'POST', `policies/${draft.id}/duplicate`, FORGED)).status).toBeLessThan(300)
      const { body } = await rest(name, 'GET', `policies/versions?where[parent][equals]=${draft.id}`)
      const [version] = body['docs'] as { id: string }[]
      expect((await rest(name, 'POST', `policies/versions/${version?.id}`)).status).toBe(200)
      const { title, body: text, kind, audience, riskTier, locale } = draft
      const copy = { title, body: text, kind, audience, riskTier, locale, ...FORGED }
      expect((await rest(name, 'POST', 'policies', copy)).status).toBe(201)
    }
    await nothingIsServed()
  })

  it('GraphQL is not served at all', async () => {
    const query = `mutation { updatePolicy(id: "${draft.id}", data: { workflowState: published }) { id } }`
    expect(await rest('ada', 'POST', 'graphql', { query })).toMatchObject({ status: 404 })
    await nothingIsServed()
  })

  it('records have no door for writing, and jobs none at all', async () => {
    for (const collection of ['releases', 'chunks', 'approvals', 'answers', 'gap-events', 'audit-log'])
      expect((await rest('ada', 'POST', collection, { title: 'forged' })).status, collection).toBe(403)
    const jobs = await vouch.rows('payload-jobs')
    expect(jobs.length).toBeGreaterThan(0)
    for (const name of ['ann', 'ada']) {
      const job = { taskSlug: 'indexRelease', input: { releaseId: draft.id } }
      await rest(name, 'POST', 'payload-jobs', job)
      await rest(name, 'GET', 'payload-jobs/run')
      await rest(name, 'PATCH', `payload-jobs/${jobs[0]?.id}`, { hasError: true })
      await rest(name, 'DELETE', `payload-jobs/${jobs[0]?.id}`)
    }
    expect(await vouch.rows('payload-jobs')).toEqual(jobs)
  })

  it('a stranger reads nothing here', async () => {
    for (const collection of ['policies', 'releases', 'answers', 'gaps', 'users', 'bots']) {
      const response = await rest(null, 'GET', collection)
      expect(response.status, collection).toBe(403)
    }
  })
})
