import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from '../../src/http/openapi'
import { AmendForGapSchema, DraftFromGapSchema } from '../../src/http/schemas'
import { withWholePaths } from '../../scripts/fuzzApi/settings'
import { servedBelow } from './servedRoutes'

/** Addresses that tell about the API, and are none of its calls. */
const ABOUT_IT = new Set(['/openapi.json'])

describe('the OpenAPI document', () => {
  it('names each route that is served, and none that is not', () => {
    const served = [
      ...Object.keys(servedBelow('src/app/api/v1')).filter((address) => !ABOUT_IT.has(address)),
      ...Object.keys(servedBelow('src/app/v1')).map((address) => `/v1${address}`),
    ]
    expect(Object.keys(openApiDocument().paths ?? {}).toSorted()).toEqual(served.toSorted())
  })

  it('has every call under one of its headings, so that a reader finds it', () => {
    const { paths, tags } = openApiDocument()
    const known = tags.map(({ name }) => name)
    const used = Object.values(paths ?? {}).flatMap((calls) =>
      ['get', 'post'].flatMap((method) => {
        const call = (calls as Record<string, { tags?: string[] } | undefined>)[method]
        return call ? [call.tags] : []
      }),
    )
    for (const each of used) expect(each).toEqual([expect.toBeOneOf(known)])
    expect(new Set(used.flat())).toEqual(new Set(known))
  })

  /** Each call of the contract, with what it may be told. */
  const calls = () =>
    Object.entries(openApiDocument().paths ?? {}).flatMap(([address, ofAddress]) =>
      Object.entries(ofAddress as Record<string, Call>)
        .filter(([method]) => method === 'get' || method === 'post')
        .map(([method, call]) => Object.assign({ name: `${method} ${address}` }, call)),
    )
  interface Call {
    security?: Record<string, unknown>[]
    parameters?: { in: string }[]
    requestBody?: unknown
    responses: Record<string, { content?: Record<string, { schema: unknown }> }>
  }

  it.each([
    ['takes a body', ['400', '413'], ({ requestBody }: Call) => requestBody],
    [
      'is asked with a key',
      ['401', '403', '429', '503'],
      ({ security = [{ key: [] }] }: Call) => security.some((way) => 'key' in way),
    ],
    [
      'is asked by a person',
      ['401', '503'],
      ({ security = [] }: Call) => security.some((way) => 'session' in way),
    ],
    [
      'is about one thing',
      ['404'],
      ({ parameters = [] }: Call) => parameters.some((each) => each.in === 'path'),
    ],
    [
      'has parameters',
      ['400'],
      ({ parameters = [] }: Call) => parameters.some((each) => each.in === 'query'),
    ],
  ])('says of each call that %s how it is refused', (_, statuses, of) => {
    const ofKind = calls().filter(of)
    expect(ofKind.length).toBeGreaterThan(5)
    for (const { name, responses } of ofKind)
      expect(Object.keys(responses), name).toEqual(expect.arrayContaining(statuses))
  })

  it('tells each refusal as its face does, and what comes besides a problem’s own fields', () => {
    for (const { name, responses } of calls())
      for (const [status, { content }] of Object.entries(responses))
        if (Number(status) >= 400 && !name.includes('/health/'))
          expect(Object.keys(content ?? {}), `${name} ${status}`).toEqual([
            name.includes(' /v1/') ? 'application/json' : 'application/problem+json',
          ])
    expect(openApiDocument().components?.schemas?.['Problem']).toMatchObject({
      additionalProperties: {},
    })
  })

  it('says of what is sent with a success what it is', () => {
    const silent = calls().flatMap(({ name, responses }) =>
      Object.entries(responses)
        .filter(([status, { content }]) => status.startsWith('2') && status !== '204' && !content)
        .map(([status]) => `${name} ${status}`),
    )
    expect(silent).toEqual([])
  })

  it('names the statuses that a route’s own file answers with', () => {
    const missing = Object.keys(servedBelow('src/app/api/v1')).flatMap((address) => {
      const text = readFileSync(
        `src/app/api/v1${address.replaceAll('{', '[').replaceAll('}', ']')}/route.ts`,
        'utf8',
      )
      const named = new Set(
        calls()
          .filter(({ name }) => name.endsWith(` ${address}`))
          .flatMap(({ responses }) => Object.keys(responses)),
      )
      const answered = [
        ...[...text.matchAll(/status: (\d{3})/g)].map(([, status = '']) => status),
        ...(/\bnotAsThingsAre\(/.test(text) ? ['422'] : []),
        ...(/\b(?:forbidden|authenticate(?:WhoMay|Reader))\(/.test(text) ? ['403'] : []),
      ]
      return ABOUT_IT.has(address)
        ? []
        : answered.filter((status) => !named.has(status)).map((status) => `${address} ${status}`)
    })
    expect(missing).toEqual([])
  })

  it('starts and mends texts that answer, when a gap is to be closed', () => {
    expect(DraftFromGapSchema.safeParse({ collection: 'faqs' }).success).toBe(true)
    for (const schema of [DraftFromGapSchema, AmendForGapSchema])
      expect(schema.safeParse({ collection: 'escalation-policies', id: '1' }).success).toBe(false)
  })

  it('is fuzzed below the addresses that its servers have', () => {
    const { paths } = withWholePaths(structuredClone(openApiDocument()) as never)
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/v1/answer', '/v1/chat/completions']))
    expect(Object.keys(paths).filter((address) => !/^\/(?:api\/)?v1\//.test(address))).toEqual([])
  })
})
