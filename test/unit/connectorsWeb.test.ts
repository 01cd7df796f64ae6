import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPace } from '../../ingestion/connectors/pace'
import { readRobots } from '../../ingestion/connectors/robots'
import { sitemapConnector } from '../../ingestion/connectors/sitemap'
import { webConnector } from '../../ingestion/connectors/web'
import { type FakeSite, startSite } from '../fakes/site'
import { listed, never, textOf, webPorts } from './connectorsSetup'

let site: FakeSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.close())

const web = (path: string, settings = {}) =>
  listed(webConnector(webPorts(site.host)), site.origin + path, settings)
const sitemap = (path: string, settings = {}) =>
  listed(sitemapConnector(webPorts(site.host)), site.origin + path, settings)
const paths = () => site.requests.map(({ url }) => url.pathname)
const urlset = (...entries: string[]) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>`
const entry = (path: string, lastmod?: string) =>
  `<url><loc>${path.startsWith('http') ? path : site.origin + path}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`

describe('a single page', () => {
  it('is one item with what the server knows about it', async () => {
    site.routes['/terms'] = {
      headers: { 'content-type': 'text/html', etag: '"v7"' },
      body: '<h1>Terms</h1>',
    }
    const { items } = await web('/terms#top')
    expect(items).toMatchObject([
      {
        key: `${site.origin}/terms`,
        location: `${site.origin}/terms`,
        extension: '.html',
        revision: '"v7"',
        bytes: 14,
      },
    ])
    expect(await textOf(items[0])).toBe('<h1>Terms</h1>')
  })

  it.each([
    ['/a', 'application/pdf', '.pdf'],
    ['/a.php', 'text/html; charset=utf-8', '.html'],
    ['/a.md', 'text/plain', '.md'],
    ['/a.py', 'text/plain', '.txt'],
    ['/a.docx', 'application/octet-stream', '.docx'],
    ['/a', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.xlsx'],
  ])('at %s, sent as %s, is read as %s', async (path, type, extension) => {
    site.routes[path] = { headers: { 'content-type': type }, body: 'x' }
    expect((await web(path)).items[0]?.extension).toBe(extension)
  })

  it('in a character set that only the server names arrives in UTF-8', async () => {
    const headers = { 'content-type': 'text/html; charset=windows-1252' }
    site.routes['/old'] = { headers, body: Buffer.from([0x80, 0x20, 0x31, 0x30]) }
    expect(await textOf((await web('/old')).items[0])).toBe('€ 10')
  })

  it('that robots.txt forbids is refused, with what to do', async () => {
    site.routes['/robots.txt'] = { body: 'User-agent: Vouch\nDisallow: /private' }
    await expect(web('/private/a')).rejects.toThrow(/robots\.txt does not allow \/private\/a.*Ask/)
    expect(paths()).toEqual(['/robots.txt'])
  })

  it('that is larger than the limit, or not there, is refused in a sentence', async () => {
    site.routes['/large'] = 'a'.repeat(2000)
    await expect(web('/large', { maxBytes: 1000 })).rejects.toThrow(/larger than/)
    await expect(web('/gone')).rejects.toThrow(/answered 404/)
  })
})

describe('robots.txt', () => {
  const read = () => readRobots(new URL(site.origin), { ...webPorts(site.host), signal: never() })
  const refusal = async (path: string) => (await read()).refusal(new URL(path, site.origin))

  it.each([404, 403, 401])('that answers %i allows everything', async (status) => {
    site.routes['/robots.txt'] = { status }
    expect(await refusal('/a')).toBeNull()
  })

  it.each([500, 503, 429])('that answers %i allows nothing, and the reason says why', async (status) => {
    site.routes['/robots.txt'] = { status, headers: { 'retry-after': '0' } }
    expect(await refusal('/a')).toMatch(new RegExp(`cannot be read.*${status}`))
  })

  it('that cannot be reached allows nothing', async () => {
    site.routes['/robots.txt'] = (_, response) => void response.destroy()
    expect(await refusal('/a')).toMatch(/cannot be read/)
  })

  it('has a crawl delay, up to ten seconds', async () => {
    site.routes['/robots.txt'] = { body: 'User-agent: *\nCrawl-delay: 2' }
    expect((await read()).delayMs).toBe(2000)
    site.routes['/robots.txt'] = { body: 'User-agent: *\nCrawl-delay: 3600' }
    expect((await read()).delayMs).toBe(10_000)
  })

  it('for another robot does not concern us', async () => {
    site.routes['/robots.txt'] = { body: 'User-agent: OtherBot\nDisallow: /' }
    expect(await refusal('/a')).toBeNull()
  })
})

describe('the pace', () => {
  it('is a bounded number of requests a second for a host, and none of its business for another', async () => {
    const pace = createPace({ perSecond: 20 })
    const at: number[] = []
    const start = performance.now()
    const visit = (host: string) =>
      pace(async () => void at.push(performance.now() - start), { host, signal: never() })
    await Promise.all([...Array.from({ length: 5 }, () => visit('a')), visit('b')])
    expect(at.filter((ms) => ms < 40)).toHaveLength(2)
    expect(Math.max(...at)).toBeGreaterThan(190)
  })
})

describe('a sitemap', () => {
  it('lists its pages, with lastmod as revision, and fetches none before it is asked', async () => {
    site.routes['/sitemap.xml'] = urlset(entry('/b', '2026-01-02'), entry('/a.pdf'), entry('/b#again'))
    site.routes['/b'] = '<h1>B</h1>'
    const { items, failures } = await sitemap('/sitemap.xml')
    expect(failures).toEqual([])
    expect(items.map(({ key, extension, revision }) => [new URL(key).pathname, extension, revision])).toEqual(
      [
        ['/b', '.html', '2026-01-02'],
        ['/a.pdf', '.pdf', undefined],
      ],
    )
    expect(paths()).not.toContain('/b')
    expect(await textOf(items[0])).toBe('<h1>B</h1>')
  })

  it('of sitemaps, some compressed, some broken: the rest goes on and the failure is told', async () => {
    site.routes['/sitemap.xml'] = `<sitemapindex><sitemap><loc>${site.origin}/one.xml.gz</loc></sitemap>
      <sitemap><loc>${site.origin}/gone.xml</loc></sitemap><sitemap><loc>/two.xml</loc></sitemap>
      <sitemap><loc>${site.origin}/sitemap.xml</loc></sitemap></sitemapindex>`
    site.routes['/one.xml.gz'] = { body: gzipSync(urlset(entry('/a'))) }
    site.routes['/two.xml'] = urlset(entry('/b'))
    const { items, failures } = await sitemap('/sitemap.xml')
    expect(items.map(({ key }) => new URL(key).pathname)).toEqual(['/a', '/b'])
    expect(failures).toEqual([{ file: `${site.origin}/gone.xml`, error: expect.stringContaining('404') }])
  })

  it('is found through robots.txt, else at /sitemap.xml, when the site itself is given', async () => {
    site.routes['/map-1.xml'] = urlset(entry('/one'))
    site.routes['/sitemap.xml'] = urlset(entry('/two'))
    site.routes['/robots.txt'] = {
      body: `Sitemap: ${site.origin}/map-1.xml\nSitemap: https://cdn.example/x.xml`,
    }
    const { items, failures } = await sitemap('/')
    expect(items.map(({ key }) => new URL(key).pathname)).toEqual(['/one'])
    expect(failures[0]?.error).toContain('cdn.example')
    delete site.routes['/robots.txt']
    expect((await sitemap('/')).items.map(({ key }) => new URL(key).pathname)).toEqual(['/two'])
  })

  it('takes no page of another host, and says so when there are no others', async () => {
    site.routes['/sitemap.xml'] = urlset(
      entry('/a'),
      entry('http://10.0.0.1/admin'),
      entry('file:///etc/passwd'),
    )
    expect((await sitemap('/sitemap.xml')).items).toHaveLength(1)
    site.routes['/sitemap.xml'] = urlset(entry('https://www.other.example/a'))
    await expect(sitemap('/sitemap.xml')).rejects.toThrow(/www\.other\.example alone/)
  })

  it('ends with a failure at the most items allowed', async () => {
    site.routes['/sitemap.xml'] = urlset(...Array.from({ length: 10 }, (_, i) => entry(`/${i}`)))
    const { items, failures } = await sitemap('/sitemap.xml', { maxItems: 4 })
    expect(items).toHaveLength(4)
    expect(failures[0]?.error).toContain('more than 4 pages')
    expect((await sitemap('/sitemap.xml', { maxItems: 10 })).failures).toEqual([])
  })

  it('refuses a page that robots.txt forbids when it is fetched, and lists it all the same', async () => {
    site.routes['/robots.txt'] = { body: 'User-agent: *\nDisallow: /private' }
    site.routes['/sitemap.xml'] = urlset(entry('/private/a'), entry('/open'))
    site.routes['/open'] = 'open'
    const { items } = await sitemap('/sitemap.xml')
    await expect(items[0]?.fetch(never())).rejects.toThrow(/robots\.txt does not allow/)
    expect(await textOf(items[1])).toBe('open')
    expect(paths()).not.toContain('/private/a')
  })

  it('refuses a page that turns out to be of another format than its address said', async () => {
    site.routes['/sitemap.xml'] = urlset(entry('/download?id=3'))
    site.routes['/download'] = { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4' }
    const { items } = await sitemap('/sitemap.xml')
    await expect(items[0]?.fetch(never())).rejects.toThrow(/is \.pdf though/)
  })

  it('that redirects into the private network leads nowhere', async () => {
    site.routes['/sitemap.xml'] = { status: 302, headers: { location: 'http://169.254.169.254/' } }
    await expect(sitemap('/sitemap.xml')).rejects.toThrow(/private network/)
  })

  it('that is a page, or a compressed bomb, is refused in a sentence', async () => {
    site.routes['/sitemap.xml'] = '<!doctype html><html><body>Not found</body></html>'
    await expect(sitemap('/sitemap.xml')).rejects.toThrow(/is not a sitemap/)
    site.routes['/sitemap.xml'] = { body: gzipSync(Buffer.alloc(60 * 1024 * 1024, 32)) }
    await expect(sitemap('/sitemap.xml')).rejects.toThrow(/larger than 50 MB when decompressed/)
    site.routes['/sitemap.xml'] = { body: Buffer.from([0x1f, 0x8b, 1, 2, 3]) }
    await expect(sitemap('/sitemap.xml')).rejects.toThrow(/damaged/)
  })
})
