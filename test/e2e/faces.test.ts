import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import OpenAI from 'openai'
import { describe, expect, inject, test } from 'vitest'

const house = inject('house')

/** What the integration tests drive as handlers, as the production build serves it. */
describe.skipIf(house === null)('the faces of bots, as they are served', () => {
  const { base, house: seeded } = house ?? { base: '', house: { key: '' } }
  const question = 'Within how many days can I return goods?'

  test('the official openai package asks, and streams', async () => {
    const openai = new OpenAI({ baseURL: `${base}/v1`, apiKey: seeded.key })
    const whole = await openai.chat.completions.create({
      model: 'vouch',
      messages: [{ role: 'user', content: question }],
    })
    expect(whole).toMatchObject({ vouch: { outcome: 'answered' } })
    const stream = openai.responses.stream({ model: 'vouch', input: question })
    expect((await stream.finalResponse()).output_text).toBe(whole.choices[0]!.message.content)
  })

  test('an MCP client asks', async () => {
    const client = new Client({ name: 'e2e', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } })
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`${base}/mcp`), {
        requestInit: { headers: { authorization: `Bearer ${seeded.key}` } },
      }),
    )
    expect(await client.callTool({ name: 'answer', arguments: { question } })).toMatchObject({
      structuredContent: { outcome: 'answered' },
    })
    await client.close()
  })

  test.each([
    ['/docs', 200],
    ['/docs/swagger-ui-bundle.js', 200],
    ['/docs.md', 200],
    ['/llms.txt', 200],
    ['/metrics', 404],
    ['/.well-known/oauth-protected-resource/mcp', 200],
    ['/v1/nope', 404],
  ])('%s is %i', async (path, status) => expect((await fetch(`${base}${path}`)).status).toBe(status))

  test('nobody asks without a key, by any face', async () => {
    for (const path of ['/v1/chat/completions', '/v1/responses', '/mcp'])
      expect(
        (
          await fetch(`${base}${path}`, {
            method: 'POST',
            body: '{}',
            headers: { 'content-type': 'application/json' },
          })
        ).status,
        path,
      ).toBe(401)
  })
})
