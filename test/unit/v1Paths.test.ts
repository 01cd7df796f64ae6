import { describe, expect, it } from 'vitest'
import { refusalAtTheEdge } from '../../src/http/edge/admit'
import { OPENAI_BASE, OPENAI_PATHS, refuseAddress, V1_PATHS } from '../../src/http/edge/paths'
import { openApiDocument } from '../../src/http/openapi'
import { servedBelow } from './servedRoutes'

describe('the addresses of the API', () => {
  it('are those that are served, with the methods that they take, and those of the contract', () => {
    expect(V1_PATHS).toEqual(servedBelow('src/app/api/v1'))
    expect(OPENAI_PATHS).toEqual(servedBelow('src/app/v1'))
    const openAi = Object.fromEntries(
      Object.entries(OPENAI_PATHS).map(([address, methods]) => [`${OPENAI_BASE}${address}`, methods]),
    )
    for (const [address, methods] of Object.entries(openApiDocument().paths ?? {}))
      expect(
        Object.keys(methods as object)
          .filter((name) => /^(get|post|put|patch|delete)$/.test(name))
          .map((name) => name.toUpperCase())
          .toSorted(),
        address,
      ).toEqual([...({ ...V1_PATHS, ...openAi }[address] ?? [])].toSorted())
  })

  it.each([
    '/api/v1/nope',
    '/api/v1',
    '/api/v1/',
    '/api/v1/answer/more',
    '/api/v1/gaps//x/y',
    '/api/v1/%6eope',
    '/v1',
    '/v1/completions',
    '/v1//nope',
  ])('%s is none: 404', (pathname) =>
    expect(refuseAddress({ method: 'POST', pathname })).toMatchObject({ status: 404 }),
  )

  it.each([
    ['GET', '/api/v1/answer', 'POST, OPTIONS'],
    ['DELETE', '/api/v1/gaps', 'GET, POST, HEAD, OPTIONS'],
    ['PUT', '/api/v1/health/ready', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/v1/gaps/some-id/draft', 'POST, OPTIONS'],
    ['HEAD', '/api/v1/try', 'POST, OPTIONS'],
    ['GET', '/v1/responses', 'POST, OPTIONS'],
    ['DELETE', '/v1/models/vouch', 'GET, HEAD, OPTIONS'],
  ])('%s %s is 405 and says what it takes', (method, pathname, allow) =>
    expect(refuseAddress({ method, pathname })).toMatchObject({ status: 405, headers: { allow } }),
  )

  it.each([
    ['POST', '/api/v1/answer'],
    ['POST', '/api/v1/answer/'],
    ['POST', '/api/v1/%61nswer'],
    ['OPTIONS', '/api/v1/answer'],
    ['HEAD', '/api/v1/health/live'],
    ['GET', '/api/v1/openapi.json'],
    ['GET', '/api/v1/receipts/a.b~c'],
    ['POST', '/v1/chat/completions'],
    ['GET', '/v1/models/vouch'],
    ['GET', '/v10'],
    ['GET', '/api/policies'],
    ['GET', '/admin'],
    ['GET', '/api/v10'],
  ])('%s %s is let through', (method, pathname) => expect(refuseAddress({ method, pathname })).toBeNull())

  it('are looked at before anything else of a request', () => {
    const request = new Request('http://vouch.test/api/v1/nope', {
      method: 'POST',
      headers: { 'content-length': '99999999' },
    })
    expect(refusalAtTheEdge(request, { publicUrl: 'http://vouch.test' })).toMatchObject({ status: 404 })
  })
})
