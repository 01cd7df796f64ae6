import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AnswerRequestSchema } from '../../src/answer/schema'
import { NewKeySchema } from '../../src/http/keySchemas'
import { TOOLS } from '../../src/http/mcp/tools'
import { openAiError } from '../../src/http/openai/errors'
import { ChatCompletionRequestSchema } from '../../src/http/openai/requestSchemas'
import { HttpProblem } from '../../src/http/problem'
import { readJson } from '../../src/http/readJson'
import { proxy } from '../../src/proxy'

const refusalOf = async (schema: z.ZodType, body: unknown) => {
  const request = new Request('http://vouch.test', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  const thrown = await readJson(request, schema).catch((error: unknown) => error)
  if (!(thrown instanceof HttpProblem)) throw new Error('It was taken.')
  return thrown.problem
}

describe('what is wrong with a field of a request', () => {
  it.each([
    [{}, '/question', 'This is missing.'],
    [{ question: 5 }, '/question', 'This takes text, not a number.'],
    [{ question: '' }, '/question', 'Must not be empty.'],
    [{ question: 'a'.repeat(4_001) }, '/question', 'This takes at most 4,000 characters.'],
    [{ question: 'a', messages: 'x' }, '/messages', 'This takes a list, not text.'],
    [{ question: 'a', messages: [null] }, '/messages/0', 'This takes an object, not null.'],
    [
      { question: 'a', messages: [{ role: 'robot', content: '' }] },
      '/messages/0/role',
      'This takes user, assistant.',
    ],
    [{ question: 'a', asOf: 'monday' }, '/asOf', 'This takes an instant such as 2026-12-01T09:00:00Z.'],
    [[], '/', 'This takes an object, not a list.'],
  ])('(case %#) is said in plain words, once', async (body, pointer, detail) =>
    expect((await refusalOf(AnswerRequestSchema, body)).errors).toEqual([{ pointer, detail }]),
  )

  it('is said to OpenAI’s clients with its name, and of the whole body without one', async () => {
    const told = async (body: unknown) =>
      openAiError(await refusalOf(ChatCompletionRequestSchema, body)).error
    expect(await told({ model: 'vouch' })).toMatchObject({
      message: 'This is missing. (messages)',
      param: 'messages',
    })
    expect(await told({ messages: [] })).toMatchObject({
      message: 'This takes at least 1 entry. (messages)',
    })
    expect(await told(null)).toMatchObject({ message: 'This takes an object, not null.', param: null })
  })
})

describe('a new key', () => {
  it('does not end before it begins', async () => {
    expect((await refusalOf(NewKeySchema, { expiresOn: '2020-01-01T00:00:00Z' })).errors).toEqual([
      { pointer: '/expiresOn', detail: 'This is over already: such a key would open nothing.' },
    ])
    expect(NewKeySchema.parse({ expiresOn: '2999-01-01T00:00:00Z' }).expiresOn).toMatch(/^2999/)
  })
})

describe('an error of ours', () => {
  it.each([500, 502, 504])('%i is no fault of OpenAI’s client', (status) =>
    expect(openAiError({ status, title: 'x', detail: 'x' }).error.type).toBe('server_error'),
  )
})

describe('what is refused before it is read', () => {
  const refused = async (path: string, method = 'POST') => {
    const headers = { 'content-length': '99999999' }
    const response = proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { method, headers }))
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  it('has the shape of its face', async () => {
    expect(await refused('/mcp')).toMatchObject({ status: 413, body: { jsonrpc: '2.0', id: null } })
    expect(await refused('/v1/responses')).toMatchObject({ status: 413, body: { error: { param: null } } })
    expect(await refused('/api/v1/answer')).toMatchObject({ status: 413, body: { title: 'Too large' } })
  })

  it('names the address as it was called', async () =>
    expect(await refused('/v1/models')).toMatchObject({
      status: 405,
      body: { error: { message: '/v1/models takes GET, not POST.' } },
    }))
})

describe('the input of a tool, as agents read it', () => {
  it.each(TOOLS.map(({ name, input }) => [name, input] as const))(
    '%s has nothing in it that is for another format',
    (_, input) => expect(JSON.stringify(z.toJSONSchema(input))).not.toContain('"override"'),
  )
})
