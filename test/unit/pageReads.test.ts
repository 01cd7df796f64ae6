import { describe, expect, it } from 'vitest'
import { letPageRead, readableByPage } from '../../src/http/readable'

const ALLOW = 'access-control-allow-origin'
const from = (origin: string | null) =>
  new Request('https://vouch.example.com/api/v1/answer', { headers: origin ? { origin } : {} })
const told = (request: Request, status: number) =>
  readableByPage(request, new Response(null, { status })).headers

describe('what a page of another site may read', () => {
  it.each([200, 400, 403, 404, 429])('%i only where the key was made for that site', (status) => {
    const ours = from('https://shop.example')
    letPageRead(ours, ['https://shop.example'])
    expect(told(ours, status).get(ALLOW)).toBe('https://shop.example')
    const other = from('https://evil.example')
    letPageRead(other, ['https://shop.example'])
    expect(told(other, status).has(ALLOW)).toBe(false)
  })

  it.each([401, 503])('%i always, with when to try again: it is said before a key is known', (status) => {
    const headers = told(from('https://shop.example'), status)
    expect(headers.get(ALLOW)).toBe('https://shop.example')
    expect(headers.get('access-control-expose-headers')).toContain('retry-after')
    expect(headers.has('access-control-allow-credentials')).toBe(false)
    expect(told(from(null), status).has(ALLOW)).toBe(false)
  })
})
