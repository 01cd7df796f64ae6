import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { confluenceConnector } from '../../ingestion/connectors/confluence'
import { type FakeConfluence, startFakeConfluence } from '../fakes/confluenceServer'
import { json, startSite } from '../fakes/site'
import { listed, never, textOf, webPorts } from './connectorsSetup'

const credentials = { confluence: { email: 'ann@acme.example', token: 'tok-1' } }
let wiki: FakeConfluence
beforeEach(async () => {
  wiki = await startFakeConfluence({ pageSize: 2 })
  wiki.pages.push(
    { id: '7', title: 'Returns & refunds', version: 3, html: '<p>Thirty days.</p>' },
    { id: '8', title: 'Broken', version: 1 },
    { id: '9', title: 'Fees', version: 12, html: '<table><tr><td>A</td></tr></table>' },
  )
})
afterEach(() => wiki.close())

const list = (path: string, settings = {}) =>
  listed(confluenceConnector(webPorts(wiki.host)), wiki.origin + path, { credentials, ...settings })

describe.each([
  ['Cloud', '/wiki/spaces/POL/overview', '/wiki/spaces/POL/pages/7/'],
  ['Data Center', '/display/POL', '/spaces/POL/pages/7/'],
  ['Data Center, newer', '/spaces/POL', '/spaces/POL/pages/7/'],
])('a space of Confluence %s', (_, path, webui) => {
  it('lists all its pages with title, version and where a person finds them', async () => {
    const { items, failures } = await list(path)
    expect(failures).toEqual([])
    expect(items.map(({ key, title, revision, extension }) => [key, title, revision, extension])).toEqual([
      ['7', 'Returns & refunds', '3', '.html'],
      ['8', 'Broken', '1', '.html'],
      ['9', 'Fees', '12', '.html'],
    ])
    expect(items[0]?.location).toBe(`${wiki.origin}${webui}Returns%20%26%20refunds`)
  })

  it('gives a page as HTML with its title, and a broken one as a failure of its own', async () => {
    const { items } = await list(path)
    expect(await textOf(items[0])).toBe(
      '<html><head><title>Returns &amp; refunds</title></head><body><p>Thirty days.</p></body></html>',
    )
    await expect(items[1]?.fetch(never())).rejects.toThrow(/answered 500/)
    expect(await textOf(items[2])).toContain('<table>')
  })

  it('ends with a failure at the most items, and refuses a page that is too large', async () => {
    const { items, failures } = await list(path, { maxItems: 2, maxBytes: 20 })
    expect(items).toHaveLength(2)
    expect(failures[0]?.error).toContain('more than 2 pages')
    await expect(items[0]?.fetch(never())).rejects.toThrow(/larger than/)
  })

  it('says that it may not be read, without the token', async () => {
    for (const given of [{}, { confluence: { email: 'ann@acme.example', token: 'tok-other' } }]) {
      const error = (await list(path, { credentials: given }).catch((error: unknown) => error)) as Error
      expect(error.message).toMatch(/answered 401.*Check the access/)
      expect(error.message).not.toContain('tok-')
    }
  })
})

describe('a Confluence source', () => {
  it('that names no space, or one that is not there, is refused in a sentence', async () => {
    await expect(list('/wiki/home')).rejects.toThrow(/names no space/)
    await expect(list('/wiki/spaces/NOPE')).rejects.toThrow(/no space NOPE/)
  })

  it('on a site that answers otherwise is refused in a sentence', async () => {
    const site = await startSite({
      '/wiki/api/v2/spaces': json({ results: [{ key: 'x' }] }),
      '*': '<p>Sign in</p>',
    })
    try {
      const connector = confluenceConnector(webPorts(site.host))
      await expect(listed(connector, `${site.origin}/wiki/spaces/POL`)).rejects.toThrow(
        /other than Confluence does/,
      )
      await expect(listed(connector, `${site.origin}/display/POL`)).rejects.toThrow(/did not answer in JSON/)
    } finally {
      await site.close()
    }
  })

  it('never sends the credentials to a host that is neither atlassian.net nor named by the operator', async () => {
    const sent: unknown[] = []
    const connector = confluenceConnector({
      guard: { allowPrivate: [] },
      fetch: async (url, { headers }) => {
        sent.push([new URL(url).host, headers?.['authorization'] !== undefined])
        throw new Error('far enough')
      },
    })
    for (const host of [
      'acme.atlassian.net',
      'evil.example',
      'atlassian.net.evil.example',
      'evilatlassian.net',
    ])
      await expect(listed(connector, `https://${host}/wiki/spaces/POL`, { credentials })).rejects.toThrow(
        'far enough',
      )
    await expect(
      listed(connector, 'http://acme.atlassian.net/wiki/spaces/POL', { credentials }),
    ).rejects.toThrow()
    expect(sent).toEqual([
      ['acme.atlassian.net', true],
      ['evil.example', false],
      ['atlassian.net.evil.example', false],
      ['evilatlassian.net', false],
      ['acme.atlassian.net', false],
    ])
  })

  it('whose list goes on at another host is not followed there', async () => {
    const site = await startSite({
      '/rest/api/content': json({ results: [], _links: { next: 'https://evil.example/more' } }),
    })
    try {
      const listing = listed(confluenceConnector(webPorts(site.host)), `${site.origin}/display/POL`)
      await expect(listing).rejects.toThrow(/another host \(evil\.example\)/)
    } finally {
      await site.close()
    }
  })
})
