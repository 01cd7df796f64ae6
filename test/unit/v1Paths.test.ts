import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { refusalAtTheEdge } from '../../src/http/edge/admit'
import { refuseAddress, V1_PATHS } from '../../src/http/edge/paths'
import { openApiDocument } from '../../src/http/openapi'

const ROOT = 'src/app/api/v1'

/** What each route file exports, by its address. */
const served = Object.fromEntries(
  readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/route.ts'))
    .map((file) => {
      const text = readFileSync(`${ROOT}/${file}`, 'utf8')
      const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
        new RegExp(`export (?:const|async function|function) ${method}\\b|\\bas ${method}\\b`).test(text),
      )
      return [`/${file.replace('/route.ts', '').replaceAll('[', '{').replaceAll(']', '}')}`, methods]
    }),
)

describe('the addresses of the API', () => {
  it('are those that are served, with the methods that they take, and those of the contract', () => {
    expect(V1_PATHS).toEqual(served)
    for (const [address, methods] of Object.entries(openApiDocument().paths ?? {}))
      expect(
        Object.keys(methods as object)
          .filter((name) => /^(get|post|put|patch|delete)$/.test(name))
          .map((name) => name.toUpperCase())
          .toSorted(),
        address,
      ).toEqual([...(V1_PATHS[address] ?? [])].toSorted())
  })

  it.each([
    '/api/v1/nope',
    '/api/v1',
    '/api/v1/',
    '/api/v1/answer/more',
    '/api/v1/gaps//x/y',
    '/api/v1/%6eope',
  ])('%s is none: 404', (pathname) =>
    expect(refuseAddress({ method: 'POST', pathname })).toMatchObject({ status: 404 }),
  )

  it.each([
    ['GET', '/api/v1/answer', 'POST, OPTIONS'],
    ['DELETE', '/api/v1/gaps', 'GET, POST, HEAD, OPTIONS'],
    ['PUT', '/api/v1/health/ready', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/v1/gaps/some-id/draft', 'POST, OPTIONS'],
    ['HEAD', '/api/v1/try', 'POST, OPTIONS'],
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
