import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { intercomConnector } from '../../ingestion/connectors/intercom'
import type { Connector } from '../../ingestion/connectors/types'
import { zendeskConnector } from '../../ingestion/connectors/zendesk'
import { listed, never, textOf } from './connectorsSetup'
import { loadOne } from './loadersSetup'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouch-export-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: unknown) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
}
const list = (connector: Connector, name = '', settings = {}) =>
  listed(connector, join(folder, name), settings)

const article = {
  id: 360001,
  title: 'Returns <30 days>',
  body: '<p>Send it back.</p><ul><li>unused</li></ul>',
  html_url: 'https://help.acme.example/hc/en-us/articles/360001',
  locale: 'en-us',
  updated_at: '2026-03-01T10:00:00Z',
  draft: false,
  section_id: 5,
  label_names: ['returns'],
}

describe('an export of Zendesk', () => {
  it('is an item for each article, with its title, language and address, which the loader reads', async () => {
    write('articles.json', { articles: [article, { ...article, locale: 'de' }], next_page: null })
    const { items, failures } = await list(zendeskConnector, 'articles.json')
    expect(failures).toEqual([])
    expect(items).toMatchObject([
      {
        key: '360001/en-us',
        title: 'Returns <30 days>',
        location: article.html_url,
        extension: '.html',
        metadata: { locale: 'en-us' },
      },
      { key: '360001/de' },
    ])
    const document = await loadOne('a.html', await items[0]!.fetch(never()))
    expect(document).toMatchObject({ title: 'Returns <30 days>', markdown: 'Send it back.\n\n- unused' })
  })

  it('leaves out drafts and articles without text', async () => {
    write('a.json', [article, { ...article, id: 2, draft: true }, { ...article, id: 3, body: null }])
    expect((await list(zendeskConnector, 'a.json')).items.map(({ key }) => key)).toEqual(['360001/en-us'])
  })

  it('may be a folder of pages and of JSON Lines; a broken page or line is a failure and the rest go on', async () => {
    write('page-1.json', { articles: [article] })
    write('page-2.json', '{ not json')
    write('page-3.json', { tickets: [] })
    write(
      'sub/rest.jsonl',
      `${JSON.stringify({ ...article, id: 2 })}\n\nnot json\n${JSON.stringify({ id: 3 })}\n`,
    )
    write('notes.txt', 'not an export')
    const { items, failures } = await list(zendeskConnector)
    expect(items.map(({ key }) => key)).toEqual(['360001/en-us', '2/en-us'])
    expect(failures).toMatchObject([
      { file: 'page-2.json', error: expect.stringContaining('not valid JSON') },
      { file: 'page-3.json', error: expect.stringContaining('no list of articles under "articles"') },
      { file: 'sub/rest.jsonl', error: expect.stringMatching(/^Entry 2:/) },
      { file: 'sub/rest.jsonl', error: expect.stringMatching(/^Entry 3:.*title/) },
    ])
  })

  it('gives an article another revision when its words change, even if its date does not', async () => {
    write('a.json', [article])
    const before = (await list(zendeskConnector)).items[0]?.revision
    expect((await list(zendeskConnector)).items[0]?.revision).toBe(before)
    write('a.json', [{ ...article, body: '<p>Other.</p>' }])
    expect((await list(zendeskConnector)).items[0]?.revision).not.toBe(before)
  })

  it('tells of an article that is there twice, and ends with a failure at the most items', async () => {
    write('a.json', [article, article, { ...article, id: 2 }, { ...article, id: 3 }])
    const { items, failures } = await list(zendeskConnector, '', { maxItems: 2, maxBytes: 10 })
    expect(items.map(({ key }) => key)).toEqual(['360001/en-us', '2/en-us'])
    expect(failures.map(({ error }) => error)).toMatchObject([
      expect.stringContaining('there twice'),
      expect.stringContaining('more than 2 articles'),
    ])
    await expect(items[0]?.fetch(never())).rejects.toThrow(/larger than 10 bytes/)
  })

  it('that is not there, or is none, is refused in a sentence', async () => {
    await expect(list(zendeskConnector, 'gone.json')).rejects.toThrow(/no export at/)
    write('a.json', '"words"')
    await expect(list(zendeskConnector, 'a.json')).rejects.toThrow(/no list of articles/)
  })
})

describe('an export of Intercom', () => {
  const entry = {
    type: 'article',
    id: '871',
    title: 'Refunds',
    body: '<p>In ten days.</p>',
    url: 'https://help.acme.example/en/articles/871',
    state: 'published',
    updated_at: 1_767_225_600,
    default_locale: 'en',
    translated_content: {
      type: 'article_translated_content',
      en: { type: 'article_content', title: 'Refunds', body: '<p>In ten days.</p>', state: 'published' },
      de: { type: 'article_content', title: 'Erstattung', body: '<p>In zehn Tagen.</p>', state: 'published' },
      fr: { type: 'article_content', title: 'Remboursement', body: '<p>Dix jours.</p>', state: 'draft' },
      it: null,
    },
  }

  it('is an item for each published translation, each with its language', async () => {
    write('articles.json', {
      type: 'list',
      data: [entry, { ...entry, id: '872', state: 'draft', translated_content: null }],
    })
    const { items, failures } = await list(intercomConnector, 'articles.json')
    expect(failures).toEqual([])
    expect(items.map(({ key, title, metadata }) => [key, title, metadata])).toEqual([
      ['871/en', 'Refunds', { locale: 'en' }],
      ['871/de', 'Erstattung', { locale: 'de' }],
    ])
    expect(await textOf(items[1])).toContain('<html lang="de"')
  })

  it('may have no translations at all, and be under "articles"', async () => {
    const { translated_content: _, ...plain } = entry
    write('a.json', { articles: [plain] })
    expect((await list(intercomConnector)).items[0]).toMatchObject({ key: '871/en', location: entry.url })
  })

  it('tells of an entry that is no article', async () => {
    write('a.json', { data: [{ title: 'No id' }, entry] })
    const { items, failures } = await list(intercomConnector)
    expect(items).toHaveLength(2)
    expect(failures[0]?.error).toMatch(/^Entry 1: “id”/)
  })
})

describe('a restriction in a help centre', () => {
  it('of Zendesk is never widened: a segment is internal, drafts and outdated articles stay out and are told', async () => {
    const { items, notices } = await listed(
      zendeskConnector,
      'test/fixtures/ingestion/05-zendesk-restricted-article.json',
    )
    expect(items.map(({ key, metadata }) => [key, metadata?.audience])).toEqual([
      ['1001/en-us', undefined],
      ['1002/en-us', 'internal'],
      ['1003/en-us', 'internal'],
    ])
    expect(items[1]?.reservations).toEqual([
      { kind: 'restricted', count: 1, example: 'How agents override a price' },
    ])
    expect(notices.flatMap(({ omissions }) => omissions)).toEqual([
      { kind: 'outdated', count: 1, example: 'Old price' },
    ])
  })
})
