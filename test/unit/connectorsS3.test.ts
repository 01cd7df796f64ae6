import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { s3Connector } from '../../ingestion/connectors/s3'
import { type FakeS3Server, startFakeS3Server } from '../fakes/s3Server'
import { listed, never, textOf } from './connectorsSetup'

let server: FakeS3Server
beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDTEST')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'hunter2')
  server = await startFakeS3Server({ bucket: 'acme-policies', pageSize: 2 })
  for (const [key, content] of Object.entries({
    'docs/returns.md': '# Returns',
    'docs/fees & more.html': '<h1>Fees</h1>',
    'docs/old/plan.PDF': '%PDF-1.4',
    'docs/': '',
    'docs/.hidden.md': 'x',
    'docsother.md': 'x',
    'news.md': 'x',
  }))
    server.objects.set(key, content)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await server.close()
})

const list = (path: string, settings = {}, allowPrivate = [server.host]) =>
  listed(s3Connector({ allowPrivate }), `s3://${path}?endpoint=${server.origin}&region=eu-west-1`, settings)

describe('an S3 bucket, through the real SDK', () => {
  it('lists every page of the prefix, with ETag and size, and gives the bytes', async () => {
    const { items, failures } = await list('acme-policies/docs/')
    expect(failures).toEqual([])
    expect(items.map(({ key, extension, bytes, location }) => [key, extension, bytes, location])).toEqual([
      ['fees & more.html', '.html', 13, 's3://acme-policies/docs/fees & more.html'],
      ['old/plan.PDF', '.pdf', 8, 's3://acme-policies/docs/old/plan.PDF'],
      ['returns.md', '.md', 9, 's3://acme-policies/docs/returns.md'],
    ])
    expect(await textOf(items[0])).toBe('<h1>Fees</h1>')
    expect(server.requests.filter(({ url }) => url.searchParams.has('list-type'))).toHaveLength(3)
    expect(server.requests[0]?.headers.authorization).toContain('/eu-west-1/s3/')
  })

  it('gives an object another revision when its content changes', async () => {
    const before = (await list('acme-policies/news')).items[0]?.revision
    server.objects.set('news.md', 'other')
    const after = (await list('acme-policies/news')).items[0]?.revision
    expect(before).toMatch(/^"[0-9a-f]{32}"$/)
    expect(after).not.toBe(before)
  })

  it('ends with a failure at the most items, and refuses an object that is too large as it streams', async () => {
    const { items, failures } = await list('acme-policies', { maxItems: 2, maxBytes: 5 })
    expect(items).toHaveLength(2)
    expect(failures[0]?.error).toContain('more than 2 objects')
    await expect(items[0]?.fetch(never())).rejects.toThrow(/larger than 5 bytes/)
  })

  it('that is not there, or an object that went, is refused in a sentence', async () => {
    await expect(list('acme-other')).rejects.toThrow(/bucket acme-other does not exist/)
    const { items } = await list('acme-policies/news')
    server.objects.clear()
    await expect(items[0]?.fetch(never())).rejects.toThrow(/news\.md does not exist/)
  })

  it('that may not be read says so, without a secret', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'DENIED')
    const error = (await list('acme-policies').catch((error: unknown) => error)) as Error
    expect(error.message).toMatch(/may not be read \(AccessDenied\)/)
    expect(error.message).not.toMatch(/hunter2|DENIED/)
  })

  it('without credentials says which to set', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined)
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined)
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
    vi.stubEnv('HOME', '/nowhere')
    await expect(list('acme-policies')).rejects.toThrow(/AWS_ACCESS_KEY_ID/)
  })

  it('at an endpoint in the private network is refused unless it is named, also by a name that resolves there', async () => {
    await expect(list('acme-policies', {}, [])).rejects.toThrow(/VOUCH_ALLOW_PRIVATE_HOSTS/)
    const rebound = s3Connector({
      allowPrivate: [],
      lookup: (_, __, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    })
    await expect(
      listed(rebound, `s3://acme-policies?endpoint=http://store.example:${server.port}`),
    ).rejects.toThrow(/private network/)
    expect(server.requests).toEqual([])
  })

  it.each([
    's3://',
    's3://UPPER/x',
    's3://a_b/x',
    's3://acme?region=eu.evil.example/',
    's3://acme?endpoint=file:///etc',
    'https://a',
  ])('named %s is refused', async (location) => {
    await expect(listed(s3Connector({ allowPrivate: [] }), location)).rejects.toThrow(/^\S[\s\S]+\.$/)
    expect(server.requests).toEqual([])
  })
})
