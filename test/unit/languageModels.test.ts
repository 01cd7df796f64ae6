import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { parseEnv } from '../../src/env'
import { chooseLanguageModels } from '../../src/models'

describe('the language models of an installation', () => {
  const keys: (string | undefined)[] = []
  const server = createServer((request, response) => {
    keys.push(request.headers.authorization)
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify({ choices: [{ finish_reason: 'stop', message: { content: '{"ok":true}' } }] }),
    )
  })
  let url: string
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  })
  afterAll(() => server.close())

  const keySent = async (settings: Record<string, string>) => {
    const { chat } = await chooseLanguageModels(parseEnv({ VOUCH_CHAT_MODEL: 'writer', ...settings }))
    await chat?.complete({
      system: '',
      user: '',
      schema: z.strictObject({ ok: z.boolean() }),
      schemaName: 'ok',
      maxTokens: 5,
      withinMs: 2_000,
    })
    return keys.at(-1)
  }

  it('are none unless one is named', async () => {
    expect(await chooseLanguageModels(parseEnv({}))).toEqual({ chat: null, entailment: null })
  })

  it('are a writer, and a judge where one is named', async () => {
    const settings = { VOUCH_CHAT_MODEL: 'writer', VOUCH_ENTAILMENT_MODEL: 'judge', OPENAI_BASE_URL: url }
    const { chat, entailment } = await chooseLanguageModels(parseEnv(settings))
    const { host } = new URL(url)
    expect([chat?.id, entailment?.id]).toEqual([`${host}/writer`, `${host}/judge`])
  })

  it('get the key of their own server, and no other server’s', async () => {
    const embeddings = { OPENAI_API_KEY: 'embeddings-key' }
    expect(await keySent({ ...embeddings, OPENAI_BASE_URL: url })).toBe('Bearer embeddings-key')
    expect(await keySent({ ...embeddings, VOUCH_CHAT_BASE_URL: url })).not.toContain('embeddings-key')
    expect(await keySent({ ...embeddings, VOUCH_CHAT_BASE_URL: url, VOUCH_CHAT_API_KEY: 'own' })).toBe(
      'Bearer own',
    )
  })
})
