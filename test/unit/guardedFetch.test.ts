import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createGuardedFetch,
  FetchError,
  type FetchSettings,
  redirectTarget,
} from '../../ingestion/connectors/guardedFetch'
import { isPublicAddress, type Lookup } from '../../ingestion/connectors/publicAddress'
import { LoadError } from '../../src/errors'
import { type FakeSite, startSite } from '../fakes/site'

const MB = 1024 * 1024
let site: FakeSite
beforeEach(async () => {
  site = await startSite({ '/': '<p>Hello</p>' })
})
afterEach(() => site.close())

const never = () => new AbortController().signal
const get = (url: string, settings: Partial<FetchSettings> = {}, options = {}) =>
  createGuardedFetch({ allowPrivate: [], userAgent: 'Vouch', ...settings })(url, {
    maxBytes: MB,
    signal: never(),
    ...options,
  })
const getAllowed = (path: string, settings: Partial<FetchSettings> = {}, options = {}) =>
  get(site.origin + path, { allowPrivate: [site.host], ...settings }, options)

/** The message of the refusal; fails when nothing was refused, or not in a sentence. */
async function refusal(fetched: Promise<unknown>): Promise<string> {
  const error = await fetched.then(
    () => expect.fail('was fetched'),
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(LoadError)
  expect((error as Error).message).toMatch(/^\S[\s\S]+\.$/)
  return (error as Error).message
}

const resolvesTo =
  (...addresses: string[]): Lookup =>
  (_, __, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

describe('the guarded fetch refuses', () => {
  const spellings = [
    ['a loopback address', 'http://127.0.0.1:PORT/'],
    ['the whole loopback network', 'http://127.200.3.4:PORT/'],
    ['a loopback address as one decimal', 'http://2130706433:PORT/'],
    ['a loopback address in hexadecimal and short', 'http://0x7f.1:PORT/'],
    ['a loopback address in octal', 'http://0177.0.0.1:PORT/'],
    ['a loopback address with a trailing dot', 'http://127.0.0.1.:PORT/'],
    ['a loopback address in full-width digits', 'http://１２７.0.0.1:PORT/'],
    ['no address at all', 'http://0.0.0.0:PORT/'],
    ['a short zero', 'http://0:PORT/'],
    ['IPv6 loopback', 'http://[::1]:PORT/'],
    ['IPv6 unspecified', 'http://[::]:PORT/'],
    ['an IPv4 address mapped into IPv6', 'http://[::ffff:127.0.0.1]:PORT/'],
    ['an IPv4 address mapped into IPv6, in hexadecimal', 'http://[::ffff:7f00:1]:PORT/'],
    ['an IPv4-compatible IPv6 address', 'http://[::127.0.0.1]:PORT/'],
    ['a private address behind NAT64', 'http://[64:ff9b::a00:1]/'],
    ['a private address behind 6to4', 'http://[2002:7f00:1::]/'],
    ['a Teredo address', 'http://[2001::1]/'],
    ['a unique local address', 'http://[fd00:ec2::254]/'],
    ['a link-local address', 'http://[fe80::1]/'],
    ['cloud metadata', 'http://169.254.169.254/latest/meta-data/'],
    ["Azure's wire server", 'http://168.63.129.16/'],
    ['10/8', 'http://10.0.0.1/'],
    ['172.16/12', 'http://172.31.255.255/'],
    ['192.168/16', 'http://192.168.1.1/'],
    ['carrier NAT', 'http://100.64.0.1/'],
    ['a multicast address', 'http://224.0.0.1/'],
    ['the broadcast address', 'http://255.255.255.255/'],
    ['a reserved address', 'http://240.0.0.1/'],
    ['a benchmarking address', 'http://198.18.0.1/'],
    ['localhost', 'http://localhost:PORT/'],
    ['localhost with a trailing dot', 'http://localhost.:PORT/'],
    ['a name under localhost', 'http://vouch.localhost:PORT/'],
  ] as const

  it.each(spellings)('%s: %s', async (_, url) => {
    const lookup = resolvesTo('127.0.0.1')
    const message = await refusal(get(url.replace('PORT', String(site.port)), { lookup }))
    expect(message).toContain('VOUCH_ALLOW_PRIVATE_HOSTS')
    expect(site.requests).toEqual([])
  })

  it.each([
    'file:///etc/passwd',
    'ftp://files.example/a',
    'data:text/html,hi',
    'gopher://a/',
    'javascript:1',
  ])('what is not the web: %s', async (url) => expect(await refusal(get(url))).toContain('is not fetched'))

  it('credentials in a URL, without repeating them', async () => {
    const message = await refusal(get('https://ann:hunter2@wiki.example/a'))
    expect(message).toContain('user name or password')
    expect(message).not.toMatch(/ann|hunter2/)
  })

  it('credentials in what cannot be parsed, without repeating them', async () => {
    expect(await refusal(get('https://ann:hunter2@:99999/?token=abc'))).not.toMatch(/hunter2|abc/)
  })

  it('a name that resolves to a private address', async () => {
    const message = await refusal(
      get(`http://wiki.example:${site.port}/`, { lookup: resolvesTo('127.0.0.1') }),
    )
    expect(message).toContain('private network')
    expect(site.requests).toEqual([])
  })

  it('a name with one public and one private address', async () => {
    const lookup = resolvesTo('93.184.216.34', '::ffff:10.0.0.1')
    expect(await refusal(get('http://wiki.example/', { lookup }))).toContain('private network')
  })

  it('DNS rebinding: what is connected to is what was checked, and the name is not asked for again', async () => {
    const asked: string[] = []
    const lookup: Lookup = (host, options, done) => {
      asked.push(host)
      resolvesTo(asked.length === 1 ? '203.0.114.1' : '127.0.0.1')(host, options, done)
    }
    await refusal(get(`http://rebind.example:${site.port}/`, { lookup, headersMs: 300, totalMs: 600 }))
    expect(asked).toEqual(['rebind.example'])
    expect(site.requests).toEqual([])
  })

  it.each([
    ['to loopback', () => `http://localhost:${site.port}/secret`],
    ['to loopback on another port', () => 'http://127.0.0.1:1/'],
    ['to cloud metadata', () => 'http://169.254.169.254/latest/meta-data/'],
    ['to a file', () => 'file:///etc/passwd'],
    ['to credentials', () => `http://u:p@${site.host}/`],
  ])('a redirect %s', async (_, target) => {
    site.routes['/go'] = { status: 302, headers: { location: target() } }
    site.routes['/secret'] = 'secret'
    await refusal(getAllowed('/go', { lookup: resolvesTo('127.0.0.1') }))
    expect(site.requests.map(({ url }) => url.pathname)).toEqual(['/go'])
  })

  it('a redirect from https down to http', () => {
    const from = new URL('https://a.example/b')
    const follow = (target: string) => redirectTarget(from, target, { allowPrivate: [] }).href
    expect(() => follow('http://a.example/b')).toThrow(/from https to http/)
    expect(follow('/c')).toBe('https://a.example/c')
    expect(follow('https://www.a.example/')).toBe('https://www.a.example/')
  })

  it('a loop of redirects, after three', async () => {
    site.routes['/loop'] = { status: 301, headers: { location: '/loop' } }
    expect(await refusal(getAllowed('/loop'))).toContain('more than 3 times')
    expect(site.requests).toHaveLength(4)
  })

  it('an endless body, once it is over the limit', async () => {
    let sent = 0
    site.routes['/endless'] = (_, response) => {
      const write = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 97))) sent += 65_536
      }
      response.on('drain', write)
      write()
    }
    expect(await refusal(getAllowed('/endless'))).toContain('larger than 1.00 MB')
    expect(sent).toBeLessThan(20 * MB)
  })

  it('a body that says beforehand that it is too large', async () => {
    site.routes['/large'] = { headers: { 'content-length': String(9 * MB) }, body: 'a'.repeat(9 * MB) }
    expect(await refusal(getAllowed('/large'))).toContain('larger than')
  })

  it('a gzip bomb: the limit is of what it becomes', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * MB))
    site.routes['/bomb'] = { headers: { 'content-encoding': 'gzip' }, body: bomb }
    expect(bomb.length).toBeLessThan(MB)
    const before = process.memoryUsage().arrayBuffers
    expect(await refusal(getAllowed('/bomb'))).toContain('larger than')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * MB)
  })

  it('a body that trickles, when the time for everything is over', async () => {
    site.routes['/slow'] = (_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('.'), 50)
      response.on('close', () => clearInterval(timer))
    }
    expect(await refusal(getAllowed('/slow', { totalMs: 400 }))).toContain('took too long')
  })

  it('a server that never answers', async () => {
    site.routes['/silent'] = () => {}
    expect(await refusal(getAllowed('/silent', { totalMs: 300 }))).toContain('took too long')
  })
})

describe('the guarded fetch', () => {
  it('fetches from a host that the operator named, says who asks, and follows a redirect there', async () => {
    site.routes['/old'] = { status: 301, headers: { location: '/' } }
    const { url, bytes, headers } = await getAllowed('/old', { userAgent: 'Vouch (+https://v.example)' })
    expect(new TextDecoder().decode(bytes)).toBe('<p>Hello</p>')
    expect(url.href).toBe(`${site.origin}/`)
    expect(headers.get('content-type')).toContain('text/html')
    expect(site.requests[0]?.headers['user-agent']).toBe('Vouch (+https://v.example)')
  })

  it('takes a named host exactly: not another port, not a name that resolves to the same place', async () => {
    await refusal(get(site.origin, { allowPrivate: ['127.0.0.1'] }))
    await refusal(
      get(`http://other.example:${site.port}`, {
        allowPrivate: [site.host],
        lookup: resolvesTo('127.0.0.1'),
      }),
    )
    expect(site.requests).toEqual([])
  })

  it('takes the authorization to no other origin', async () => {
    const other = await startSite({ '/': 'there' })
    try {
      site.routes['/away'] = { status: 302, headers: { location: `${other.origin}/` } }
      const headers = { authorization: 'Basic c2VjcmV0' }
      await getAllowed('/away', { allowPrivate: [site.host, other.host] }, { headers })
      expect(site.requests[0]?.headers.authorization).toBe('Basic c2VjcmV0')
      expect(other.requests[0]?.headers.authorization).toBeUndefined()
    } finally {
      await other.close()
    }
  })

  it.each([429, 503])('asks again after the pause that a %i asks for', async (status) => {
    let times = 0
    const at: number[] = []
    site.routes['/busy'] = () => {
      at.push(performance.now())
      return ++times === 1 ? { status, headers: { 'retry-after': '1' } } : 'now'
    }
    expect(new TextDecoder().decode((await getAllowed('/busy')).bytes)).toBe('now')
    expect(at[1]! - at[0]!).toBeGreaterThan(950)
  })

  it('gives up on a pause that is too long, and after three times', async () => {
    site.routes['/busy'] = { status: 429, headers: { 'retry-after': '3600' } }
    expect(await refusal(getAllowed('/busy'))).toContain('429')
    expect(site.requests).toHaveLength(1)
    site.routes['/busy'] = { status: 503, headers: { 'retry-after': '0' } }
    expect(await refusal(getAllowed('/busy'))).toContain('503')
    expect(site.requests).toHaveLength(4)
  })

  it.each([
    [403, 'does not let Vouch read it'],
    [404, 'nothing there'],
    [500, 'has a fault'],
  ])('says what a %i means, once, without the query', async (status, words) => {
    site.routes['/a'] = { status, body: 'internal words' }
    const error = await getAllowed('/a?token=abc').catch((error: unknown) => error)
    expect(error).toBeInstanceOf(FetchError)
    expect(error).toMatchObject({ status, message: expect.stringContaining(words) })
    expect((error as Error).message).not.toMatch(/token|abc|internal/)
    expect(site.requests).toHaveLength(1)
  })

  it('stops when it is told to, with the reason it is given', async () => {
    site.routes['/silent'] = () => {}
    const abort = new AbortController()
    const fetched = getAllowed('/silent', {}, { signal: abort.signal })
    setTimeout(() => abort.abort(new Error('enough')), 50)
    await expect(fetched).rejects.toThrow('enough')
  })

  it('says that a server is not there', async () => {
    const { origin, host } = site
    const other = await startSite()
    await other.close()
    expect(origin).not.toBe(other.origin)
    expect(await refusal(get(other.origin, { allowPrivate: [other.host, host] }))).toContain(
      'cannot be reached',
    )
  })
})

describe('a public address', () => {
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111', '2a00:1450:4001::1'])('is one: %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  )
  it.each(['fec0::1', '2001:db8::1', '3fff::1', '5f00::1', '64:ff9b:1::1', '4000::1', 'nonsense', ''])(
    'is none: %s',
    (address) => expect(isPublicAddress(address)).toBe(false),
  )
})
