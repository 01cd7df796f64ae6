import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { afterCursor, pageOf, parsePage } from '../../src/http/cursor'
import { HttpProblem, problemResponse } from '../../src/http/problem'
import { readJson } from '../../src/http/readJson'
import { onlyOpen } from '../../src/http/recalls'

const schema = z.strictObject({
  name: z.string().max(5),
  list: z.array(z.strictObject({ n: z.int() })).optional(),
})
const request = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://vouch.test/', {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body,
  })
const refusalOf = async (act: () => unknown) => {
  try {
    await act()
  } catch (error) {
    if (error instanceof HttpProblem) return error.problem
    throw error
  }
  throw new Error('It was not refused.')
}

describe('reading a JSON body', () => {
  it('gives the parsed value', async () => {
    expect(await readJson(request('{"name":"ann"}'), schema)).toEqual({
      value: { name: 'ann' },
      text: '{"name":"ann"}',
    })
  })

  it('points at each wrong field, with JSON pointer escapes, and at every unknown one', async () => {
    const body = JSON.stringify({ name: 'too long', list: [{ n: 1 }, { n: 0.5, 'a/b~c': 1, d: 2 }] })
    const { status, errors } = await refusalOf(() => readJson(request(body), schema))
    expect(status).toBe(400)
    expect(errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/list/1/a~1b~0c',
      '/list/1/d',
      '/list/1/n',
      '/name',
    ])
  })

  it('stops reading at the limit, whatever length was announced', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent++
        controller.enqueue(new Uint8Array(1_024).fill(0x20))
      },
    })
    const streamed = new Request('http://vouch.test/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect(await refusalOf(() => readJson(streamed, schema, 10_240))).toMatchObject({ status: 413 })
    expect(sent).toBeLessThan(20)
    const announced = request('{}', { 'content-length': '999999' })
    expect(await refusalOf(() => readJson(announced, schema, 10_240))).toMatchObject({ status: 413 })
  })

  it('refuses another media type, no JSON, no body and no text', async () => {
    expect(
      await refusalOf(() => readJson(request('{}', { 'content-type': 'text/html' }), schema)),
    ).toMatchObject({ status: 415 })
    for (const body of ['{', '', null, 'NaN', new Uint8Array([0xc3, 0x28])])
      expect(await refusalOf(() => readJson(request(body), schema))).toMatchObject({
        status: 400,
        title: 'Malformed JSON',
      })
  })
})

describe('a problem', () => {
  it('is RFC 9457 with the request id, its members and its headers', async () => {
    const response = problemResponse(
      {
        status: 409,
        title: 'Not from this state',
        detail: 'It is a draft.',
        members: { state: 'draft' },
        headers: { 'retry-after': '5' },
      },
      'r-7',
    )
    expect(response.status).toBe(409)
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/problem+json',
      'x-request-id': 'r-7',
      'cache-control': 'no-store',
      'retry-after': '5',
    })
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'Not from this state',
      status: 409,
      detail: 'It is a draft.',
      requestId: 'r-7',
      state: 'draft',
    })
  })
})

describe('pages of a list', () => {
  const rows = Array.from({ length: 5 }, (_, i) => ({
    id: `r${i}`,
    createdAt: `2026-01-0${5 - i}T00:00:00.000Z`,
  }))
  const url = (query: string) => `http://vouch.test/gaps${query}`

  it('a cursor leads to the row after the last one, and the last page has none', () => {
    const { data, nextCursor } = pageOf(rows.slice(0, 3), 2)
    expect(data.map(({ id }) => id)).toEqual(['r0', 'r1'])
    expect(parsePage(url(`?limit=2&cursor=${nextCursor}`))).toEqual({
      limit: 2,
      after: { createdAt: rows[1]?.createdAt, id: 'r1' },
    })
    expect(pageOf(rows.slice(3), 2).nextCursor).toBeNull()
    expect(afterCursor(null)).toEqual({})
  })

  it.each([
    '?limit=0',
    '?limit=101',
    '?limit=ten',
    '?limit=1.5',
    '?cursor=',
    '?cursor=abc',
    `?cursor=${btoa('["x","y"]')}`,
  ])('%s is refused with the parameter’s name', async (query) => {
    const { status, errors } = await refusalOf(() => parsePage(url(query)))
    expect(status).toBe(400)
    expect(errors?.[0]?.pointer).toMatch(/^\/(limit|cursor)$/)
  })
})

describe('whether only open recalls are asked for', () => {
  const url = (query: string) => `http://vouch.test/api/v1/recalls${query}`

  it('is no, unless it is said, and nothing but true or false', async () => {
    expect(['', '?open=false', '?open=true'].map((query) => onlyOpen(url(query)))).toEqual([
      false,
      false,
      true,
    ])
    for (const query of ['?open=', '?open=1', '?open=TRUE', '?open=yes'])
      expect(await refusalOf(() => onlyOpen(url(query))), query).toMatchObject({
        status: 400,
        errors: [{ pointer: '/open' }],
      })
  })
})
