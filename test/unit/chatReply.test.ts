import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bodyOf } from '../../src/answer/chat/body'
import { DIALECT_MS, FULL_DIALECT, rememberDialect } from '../../src/answer/chat/dialect'
import { jsonObjectsIn } from '../../src/answer/chat/jsonIn'
import { readReply } from '../../src/answer/chat/reply'

const schema = z.strictObject({ ok: z.boolean() })
const reply = (content: unknown, more: object = {}, usage: object = {}) =>
  readReply({ choices: [{ finish_reason: 'stop', message: { content }, ...more }], usage }, schema, 'it')

describe('the value in a model’s reply', () => {
  it.each([
    ['alone', '{"ok":true}'],
    ['in a fence', 'Sure:\n```json\n{"ok":true}\n```'],
    ['behind a thought', '<think>{"ok":false}</think>{"ok":true}'],
    ['behind braces that are none', 'With {braces} and { one open: {"ok":true} } Anything else?'],
    ['behind an object of another shape', '{"thought":"hm"}\n{"ok":true}'],
    ['with a brace in a string before it', '{"a":"}{"} {"ok":true}'],
    ['in parts, of which one is a thought', [{ type: 'thinking' }, { type: 'text', text: '{"ok":true}' }]],
  ])('is found %s', (_, content) => {
    expect(reply(content)).toEqual({ ok: true })
  })

  it('is looked for in 256 KiB of braces without an end', () => {
    const started = performance.now()
    expect(jsonObjectsIn('{'.repeat(256 * 1024))).toEqual([])
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('a reply that was cut off tells its tokens, and what of them was thinking', () => {
    const usage = {
      prompt_tokens: 10,
      completion_tokens: 900,
      completion_tokens_details: { reasoning_tokens: 880 },
    }
    const cut = () => reply('{"ok":', { finish_reason: 'length' }, usage)
    expect(cut).toThrow(/880 of 900 went into thinking.*VOUCH_CHAT_REASONING_EFFORT/)
    expect(cut).toThrow(
      expect.objectContaining({
        fault: 'cut_off',
        usage: { promptTokens: 10, completionTokens: 900, thinkingTokens: 880 },
      }),
    )
  })
})

describe('a request', () => {
  const request = { system: 'Rules.', user: 'Data', schema, schemaName: 'ok', maxTokens: 900, withinMs: 100 }
  const settings = { model: 'm', thinkingTokens: 0 }

  it('tells the schema in the prompt, also to a server that takes it', () => {
    for (const format of ['json_schema', 'json_object', 'text'] as const) {
      const { messages } = bodyOf(settings, { ...FULL_DIALECT, format }, request)
      expect(messages[0]?.content).toMatch(/^Rules\.\n\n.*"ok".*$/s)
    }
  })

  it('leaves room for what is thought beside the reply, and tells how hard to think where that is understood', () => {
    const thinking = { ...settings, thinkingTokens: 2_000, effort: 'low' as const }
    expect(bodyOf(thinking, FULL_DIALECT, request)).toMatchObject({
      max_tokens: 2_900,
      reasoning_effort: 'low',
    })
    expect(bodyOf(thinking, { ...FULL_DIALECT, effort: false }, request)).not.toHaveProperty(
      'reasoning_effort',
    )
  })
})

it('a plainer dialect is forgotten after a while', () => {
  let time = 0
  const dialect = rememberDialect(() => time)
  dialect.remember({ ...FULL_DIALECT, format: 'text' })
  expect(dialect.now().format).toBe('text')
  time = DIALECT_MS
  expect(dialect.now()).toEqual(FULL_DIALECT)
})
