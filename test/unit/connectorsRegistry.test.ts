import { describe, expect, it } from 'vitest'
import { kindOf } from '../../ingestion/connectors/kindOf'
import { createConnectors } from '../../ingestion/connectors/registry'
import { SOURCE_KINDS } from '../../src/vocabulary'
import { startSite } from '../fakes/site'
import { listed, textOf } from './connectorsSetup'

describe('the kind of a source', () => {
  it.each([
    ['https://acme.example/help/returns', 'web'],
    ['https://acme.example/', 'web'],
    ['https://acme.example/sitemap.xml', 'sitemap'],
    ['https://acme.example/a/sitemap_index-2.xml.gz', 'sitemap'],
    ['https://acme.example/news.xml', 'web'],
    ['https://github.com/acme/help.git', 'git'],
    ['https://github.com/acme/help.git#main:docs', 'git'],
    ['https://github.com/acme/help', 'web'],
    ['git@github.com:acme/help.git', 'git'],
    ['s3://acme-policies/docs', 's3'],
    ['https://acme.atlassian.net/wiki/spaces/POL/overview', 'confluence'],
    ['https://acme.atlassian.net/browse/POL-1', 'web'],
    ['https://www.notion.so/acme/Handbook-0123', 'notion'],
    ['https://acme.notion.site/Handbook', 'notion'],
    ['https://evilnotion.so/Handbook', 'web'],
    ['./policies', 'folder'],
    ['/srv/policies', 'folder'],
    ['C:\\policies', 'folder'],
    ['notes@home', 'folder'],
  ])('of %s is %s', (location, kind) => expect(kindOf(location)).toBe(kind))
})

describe('the connectors', () => {
  const settings = { publicUrl: 'https://vouch.example', environment: {} }

  it('are one for each kind', () => {
    const connectors = createConnectors({ ...settings, allowPrivate: [] })
    expect(Object.keys(connectors).sort()).toEqual(SOURCE_KINDS.toSorted())
  })

  it('read a site that the operator named, slowly and under an honest name', async () => {
    const site = await startSite({ '/robots.txt': { body: '' }, '/a': 'A', '/b': 'B', '/c': 'C' })
    try {
      const urls = ['/a', '/b', '/c'].map((path) => `<url><loc>${site.origin}${path}</loc></url>`)
      site.routes['/sitemap.xml'] = `<urlset>${urls.join('')}</urlset>`
      const connectors = createConnectors({ ...settings, allowPrivate: [site.host] })
      const start = performance.now()
      const { items } = await listed(connectors.sitemap, `${site.origin}/sitemap.xml`)
      expect(await Promise.all(items.map(textOf))).toEqual(['A', 'B', 'C'])
      // Four starts (the sitemap, three pages) at four a second: after the first pause, which may be short, two of a quarter.
      expect(performance.now() - start).toBeGreaterThan(500)
      expect(site.requests.at(-1)?.headers['user-agent']).toBe('Vouch (+https://vouch.example)')
    } finally {
      await site.close()
    }
  })

  it('refuse the private network unless it is named, whichever they are', async () => {
    const connectors = createConnectors({ ...settings, allowPrivate: [] })
    const locations = {
      web: 'http://127.0.0.1/',
      sitemap: 'http://[::1]/sitemap.xml',
      git: 'https://192.168.1.1/a.git',
      s3: 's3://acme?endpoint=http://169.254.169.254',
      confluence: 'http://10.0.0.1/display/POL',
    } as const
    for (const [kind, location] of Object.entries(locations)) {
      const connector = connectors[kind as keyof typeof locations]
      await expect(listed(connector, location), kind).rejects.toThrow(/private network/)
    }
  })
})
