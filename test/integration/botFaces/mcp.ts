import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { describe, expect, it } from 'vitest'
import { AUDIENCES, BOT_SCOPES } from '../../../src/vocabulary'
import { fetchRoutes } from '../fetchRoutes'
import { product, serviceOf } from '../background'
import { vouch, BASE, key, keyOf, askDirectly, QUESTION, NOBODY_KNOWS, WANTS_A_PERSON } from './asking'

describe.each([
  ['of 2026-07-28', 'auto'],
  ['before it', 'legacy'],
] as const)('an MCP client of the official SDK, of the revision %s', (_, mode) => {
  const connect = async (as = key) => {
    const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } })
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`${BASE}/mcp`), {
        fetch: fetchRoutes,
        requestInit: { headers: { authorization: `Bearer ${as}` } },
      }),
    )
    return client
  }
  const call = async (client: Client, name: string, args: object = {}) =>
    (await client.callTool({ name, arguments: { ...args } })) as {
      isError?: boolean
      content: { text: string }[]
      structuredContent: Record<string, unknown>
    }

  it('speaks the revision, and lists the same tools each time, none of which can write a text', async () => {
    const client = await connect()
    expect(client.getNegotiatedProtocolVersion()).toMatch(mode === 'auto' ? /^2026-07-28$/ : /^2025-/)
    const first = await client.listTools()
    expect(first.tools.map(({ name }) => name)).toEqual([
      'answer',
      'get_document',
      'get_receipt',
      'list_gaps',
      'search_approved',
      'verify_receipt',
    ])
    const other = await connect(await keyOf({ scopes: ['answer'], audiences: ['public', 'internal'] }))
    expect((await other.listTools()).tools).toEqual(first.tools)
  })

  it('gets the same answer with the same citations as the API gives', async () => {
    const client = await connect()
    for (const question of [QUESTION, NOBODY_KNOWS, WANTS_A_PERSON]) {
      const { structuredContent, content } = await call(client, 'answer', { question })
      const direct = await askDirectly({ question })
      expect(content[0]!.text).toBe(direct.message)
      const same = (answer: object) => ({ ...answer, receiptId: '', handover: '' })
      expect(same(structuredContent)).toEqual(same(direct))
    }
  })

  it('finds and reads approved texts, by tool and as resources', async () => {
    const client = await connect()
    const { structuredContent } = await call(client, 'search_approved', { query: QUESTION, limit: 3 })
    const [best] = structuredContent.data as { document: { collection: string; id: string }; uri: string }[]
    expect(best).toMatchObject({ document: { title: 'Magpie Whistle' } })
    const read = await call(client, 'get_document', { collection: 'policies', id: best!.document.id })
    expect(read.content[0]!.text).toContain('41 days')
    const { resources } = await client.listResources()
    expect(resources.map(({ uri }) => uri)).toContain(best!.uri)
    const { contents } = await client.readResource({ uri: best!.uri })
    expect(contents).toMatchObject([{ mimeType: 'text/markdown', text: read.content[0]!.text }])
  })

  it('reads and checks receipts and gaps of its bot, and of no other', async () => {
    const client = await connect()
    const { structuredContent } = await call(client, 'answer', { question: QUESTION })
    const id = structuredContent.receiptId
    expect((await call(client, 'get_receipt', { id })).structuredContent).toMatchObject({
      id,
      outcome: 'answered',
    })
    expect((await call(client, 'verify_receipt', { id })).structuredContent).toMatchObject({
      receiptId: id,
      intact: true,
      holds: true,
    })
    expect((await call(client, 'list_gaps')).structuredContent).toMatchObject({ data: expect.any(Array) })
    const other = await connect(await keyOf())
    for (const tool of ['get_receipt', 'verify_receipt'])
      expect(await call(other, tool, { id })).toMatchObject({ isError: true })
  })

  it('a tool needs its scope, and says so', async () => {
    const client = await connect(await keyOf({ scopes: ['read:gaps'] }))
    const told = await call(client, 'answer', { question: QUESTION })
    expect(told.isError).toBe(true)
    expect(told.content[0]!.text).toContain('“answer”')
    expect((await call(client, 'get_receipt', { id: 'x' })).content[0]!.text).toContain('“read:receipts”')
    expect((await call(client, 'list_gaps')).isError).toBeFalsy()
    await expect(client.listResources()).rejects.toThrow(/scope/)
  })

  it('what is not for its audience is what does not exist, by every tool', async () => {
    const policy = await vouch.publish({ ...product(`Dotterel Vault ${mode}`, 77), audience: 'internal' })
    const client = await connect()
    const hidden = { collection: 'policies', id: policy.id }
    const nothing = { collection: 'policies', id: 'nothing-at-all' }
    const told = async (args: { id: string }) =>
      JSON.stringify(await call(client, 'get_document', args)).replaceAll(args.id, 'ID')
    expect(await told(hidden)).toBe(await told(nothing))
    const found = await call(client, 'search_approved', {
      query: serviceOf(`Dotterel Vault ${mode}`),
      limit: 20,
    })
    expect(JSON.stringify(found)).not.toMatch(/Dotterel|77 days/)
    expect(JSON.stringify(await client.listResources())).not.toContain(policy.id)
    await expect(client.readResource({ uri: `vouch://documents/policies/${policy.id}` })).rejects.toThrow()
    const staff = await connect(await keyOf({ audiences: ['public', 'internal'] }))
    expect((await call(staff, 'get_document', hidden)).content[0]!.text).toContain('77 days')
    await vouch.act('dan', 'withdraw', policy)
    expect(await call(staff, 'get_document', hidden)).toMatchObject({ isError: true })
  })

  it('no tool publishes, signs or changes a text, whatever an agent passes to it', async () => {
    const draft = await vouch.draft(product(`Bittern Kettle ${mode}`, 23))
    const before = async () =>
      JSON.stringify([
        await vouch.rows('policies'),
        await vouch.rows('releases'),
        await vouch.rows('approvals'),
        await vouch.rows('chunks'),
        await vouch.rows('bots'),
      ])
    const client = await connect(await keyOf({ scopes: [...BOT_SCOPES], audiences: [...AUDIENCES] }))
    const stands = await before()
    const acts = {
      transition: 'publish',
      state: 'published',
      text: 'Say 99.',
      approve: true,
      keys: [],
      scopes: BOT_SCOPES,
    }
    for (const { name } of (await client.listTools()).tools)
      for (const args of [
        acts,
        { ...acts, id: draft.id, collection: 'policies' },
        { id: draft.id, collection: 'policies' },
        { query: 'publish it', question: `Publish ${draft.id}`, id: draft.id },
        { question: `Sign and publish the policy ${draft.id} now.` },
      ])
        await call(client, name, args).catch(() => {})
    for (const name of ['publish', 'approve', 'transition', 'update_document', 'create_policies']) {
      const told = await call(client, name, { id: draft.id }).catch((error: unknown) => String(error))
      expect(JSON.stringify(told)).toMatch(/not found|unknown/i)
    }
    expect(await before()).toBe(stands)
  })
})

describe('POST /mcp, without a client', () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetchRoutes(`${BASE}/mcp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        authorization: `Bearer ${key}`,
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  it('no key is 401, and says where the endpoint describes itself', async () => {
    const response = await post({}, { authorization: '' })
    expect(response.status).toBe(401)
    const where = /resource_metadata="([^"]+)"/.exec(response.headers.get('www-authenticate') ?? '')?.[1]
    const metadata = await fetchRoutes(`${BASE}${new URL(where!).pathname}`)
    expect(await metadata.json()).toMatchObject({
      resource: expect.stringMatching(/\/mcp$/),
      bearer_methods_supported: ['header'],
      scopes_supported: ['answer', 'read:gaps', 'read:receipts'],
    })
  })

  it('what is malformed or out of order is an error of JSON-RPC and no 500', async () => {
    const call = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'answer', arguments: { question: 'Hi?' } },
    }
    for (const body of [
      '{"jsonrpc": ',
      '[]',
      '7',
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      {},
      { jsonrpc: '1.0', id: 1, method: 'tools/list' },
      { jsonrpc: '2.0', id: 1, method: 'no/such' },
      { jsonrpc: '2.0', id: 1, result: {} },
      { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 99 } },
      { ...call, params: {} },
      { ...call, params: { name: 'answer', arguments: 'x' } },
      { ...call, params: { name: '__proto__', arguments: {} } },
    ]) {
      const response = await post(body)
      const text = await response.text()
      expect(response.status, text).toBeLessThan(500)
      expect(text).not.toMatch(/\bat \S+:\d+|node_modules|SELECT|SQLITE/)
    }
    // A call before the handshake is answered: there is no session that it could be too early for.
    const early = await post(call)
    expect(await early.text()).toContain('receiptId')
    expect((await post('x'.repeat(600_000))).status).toBe(413)
    expect((await post('{}', { 'content-type': 'text/plain' })).status).toBe(415)
  })
})
