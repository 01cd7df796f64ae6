import { type FakeSite, json, type SiteRequest, startSite } from './site'

interface FakePage {
  id: string
  title: string
  version: number
  /** Absent: reading it fails. */
  html?: string
}

export interface FakeConfluence extends FakeSite {
  pages: FakePage[]
}

/** One space (POL, id 42) of Confluence: Cloud's API v2 under /wiki, Data Center's under /; both ask for their own sign-in. */
export async function startFakeConfluence({ pageSize }: { pageSize: number }): Promise<FakeConfluence> {
  const pages: FakePage[] = []
  const cloud = `Basic ${Buffer.from('ann@acme.example:tok-1').toString('base64')}`
  const site = await startSite({
    '*'(request) {
      const { pathname, searchParams } = request.url
      const wanted = pathname.startsWith('/wiki/') ? cloud : 'Bearer tok-1'
      if (request.headers.authorization !== wanted) return json({ message: 'no' }, 401)
      if (pathname === '/wiki/api/v2/spaces')
        return json({
          results: searchParams.get('keys') === 'POL' ? [{ id: '42', key: 'POL' }] : [],
          _links: {},
        })
      if (pathname === '/wiki/api/v2/spaces/42/pages') return json(cloudPage(pages, request, pageSize))
      if (pathname === '/rest/api/content' && searchParams.get('spaceKey') === 'POL')
        return json(dataCenterPage(pages, request, pageSize))
      const page = pages.find(
        ({ id }) => pathname === `/wiki/api/v2/pages/${id}` || pathname === `/rest/api/content/${id}`,
      )
      const asked = `${searchParams.get('body-format')} ${searchParams.get('expand')}`
      if (!page || !asked.includes('export_view')) return json({ message: 'no such page' }, 404)
      return page.html === undefined
        ? json({ message: 'broken macro' }, 500)
        : json({ id: page.id, body: { export_view: { value: page.html, representation: 'export_view' } } })
    },
  })
  return Object.assign(site, { pages })
}

const shown = ({ id, title, version }: FakePage) => ({
  id,
  title,
  version: { number: version },
  _links: { webui: `/spaces/POL/pages/${id}/${encodeURIComponent(title)}` },
})

function cloudPage(pages: FakePage[], { url }: SiteRequest, pageSize: number) {
  const start = Number(url.searchParams.get('cursor') ?? 0)
  const next = start + pageSize < pages.length ? { next: `${url.pathname}?cursor=${start + pageSize}` } : {}
  return {
    results: pages.slice(start, start + pageSize).map(shown),
    _links: { ...next, base: 'http://site/wiki' },
  }
}

function dataCenterPage(pages: FakePage[], { url }: SiteRequest, pageSize: number) {
  const start = Number(url.searchParams.get('start') ?? 0)
  const next =
    start + pageSize < pages.length ? { next: `${url.pathname}?spaceKey=POL&start=${start + pageSize}` } : {}
  return { results: pages.slice(start, start + pageSize).map(shown), start, _links: { ...next, context: '' } }
}
