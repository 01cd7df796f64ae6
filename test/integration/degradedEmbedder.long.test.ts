import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFakeOpenAIServer, type FakeOpenAIServer } from '../fakes/openaiServer'
import { product, publishBackground, serviceOf } from './background'
import { useInstallation } from './installation'

describe('It degrades, it does not break: the embedder', () => {
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
  const vouch = useInstallation()
  let closed = false
  const stop = async () => {
    if (!closed) await server.close()
    closed = true
  }
  afterAll(stop)

  beforeAll(async () => {
    await publishBackground(vouch)
    await vouch.publish(product('Nightjar Gimbal', 51))
  })

  it('with the embedder up nothing is degraded, and both legs rank', async () => {
    const response = await vouch.ask(serviceOf('Nightjar Gimbal'))
    expect(response).toMatchObject({ degraded: [] })
    const [receipt] = await vouch.rows('answers', { id: { equals: response.receiptId } })
    expect(receipt).toHaveProperty('considered.0.dense', expect.any(Number))
    expect(receipt?.versions).toMatchObject({ embeddingModel: vouch.deps.model?.id })
  })

  it('with the embedder down it answers by words, and says so; a refusal still keeps its gap', async () => {
    await stop()
    const started = Date.now()
    const response = await vouch.ask('The Nightjar Gimbal: after how many days of use must it be serviced?')
    expect(Date.now() - started).toBeLessThan(6_000)
    expect(response).toMatchObject({ outcome: 'answered', degraded: ['dense'] })
    expect(response.message).toContain('51 days')
    const refused = await vouch.ask('Does the Nightjar Gimbal float in salt water?')
    expect(refused.outcome).toBe('refused')
    const events = await vouch.rows('gap-events', { receipt: { equals: refused.receiptId } })
    expect(events).toHaveLength(1)
  })

  it('a text published while the embedder is down waits, and the one before stays in force', async () => {
    const draft = await vouch.draft(product('Bunting Crucible', 52))
    await vouch.act('ann', 'submit', draft)
    await vouch.act('ben', 'approve', draft)
    await vouch.act('ben', 'publish', draft)
    const left = await vouch.work()
    expect(left.waiting + left.failed).toBeGreaterThan(0)
    const [release] = await vouch.rows('releases', { documentId: { equals: draft.id } })
    expect(release?.validFrom ?? null).toBeNull()
    expect((await vouch.ask(serviceOf('Nightjar Gimbal'))).message).toContain('51 days')
  })
})
