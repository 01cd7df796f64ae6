import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { startFakeOpenAIServer, type FakeOpenAIServer, type Misbehaviour } from '../fakes/openaiServer'
import { product, publishBackground, serviceOf } from './background'
import { useInstallation } from './installation'

const MISBEHAVIOURS: Misbehaviour[] = [
  'busy',
  'broken',
  'garbage',
  'wrong dimensions',
  'zeros',
  'not numbers',
  'one too few',
  'empty',
  'gone',
]

const BIRDS = ['Ruff', 'Dunlin', 'Knot', 'Curlew', 'Sanderling', 'Whimbrel', 'Turnstone', 'Phalarope', 'Smew']

describe('an embedding API that misbehaves', () => {
  let server: FakeOpenAIServer
  beforeAll(async () => {
    server = await startFakeOpenAIServer()
    Object.assign(process.env, {
      OPENAI_BASE_URL: server.baseURL,
      OPENAI_API_KEY: 'test',
      VOUCH_EMBEDDING_MODEL: 'fake-embedder',
      VOUCH_EMBEDDING_DIMENSIONS: String(server.dimensions),
    })
  })
  afterAll(() => server.close())
  const vouch = useInstallation()
  beforeAll(() => publishBackground(vouch))

  it.each(MISBEHAVIOURS.map((how, i) => ({ how, name: `${BIRDS[i]} Lantern`, days: 31 + i })))(
    '($how) puts nothing wrong in force, and is waited for',
    async ({ how, name, days }) => {
      const draft = await vouch.draft(product(name, days))
      await vouch.act('ann', 'submit', draft)
      await vouch.act('ben', 'approve', draft)
      await vouch.act('ben', 'publish', draft)
      const releases = () => vouch.rows('releases', { documentId: { equals: draft.id } })
      const asked = server.requests.length
      server.misbehave(how, 1_000)
      const left = await vouch.work()
      server.misbehave(how, 0)
      expect(server.requests.length).toBeGreaterThan(asked)
      expect(left).toMatchObject({ waiting: 1, failed: 0 })
      expect((await releases())[0]?.validFrom ?? null).toBeNull()
      expect((await vouch.ask(serviceOf(name))).message).not.toContain(`${days} days`)
      // It is up again: the next try need not wait for the clock.
      await vouch.payload.db.updateJobs({ data: { waitUntil: null }, where: {}, req: {} })
      expect(await vouch.work()).toEqual({ waiting: 0, failed: 0 })
      expect(await releases()).toMatchObject([{ validFrom: expect.any(String), validTo: null }])
      expect((await vouch.ask(serviceOf(name))).message).toContain(`${days} days`)
    },
  )

  it('leaves nothing behind that verify would name', async () => {
    expect((await verifyInstallation(vouch.deps)).breaks).toEqual([])
  })
})
