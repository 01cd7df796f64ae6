import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { notionConnector } from '../../ingestion/connectors/notion'
import { createPace } from '../../ingestion/connectors/pace'
import {
  childBlock,
  type FakeNotion,
  holderBlock,
  imageBlock,
  startFakeNotion,
  tableBlock,
  wordsBlock,
} from '../fakes/notionServer'
import { listed, never, textOf } from './connectorsSetup'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [HANDBOOK, RETURNS, FAQ, ROW_1, ROW_2, ROW_3, DEEP] = [1, 2, 3, 4, 5, 6, 7].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]
const token = 'ntn_secret'

let notion: FakeNotion
beforeEach(async () => {
  notion = await startFakeNotion({ token })
  const page = (id: string, title: string, ...blocks: Parameters<typeof holderBlock>[1]) =>
    notion.pages.set(id, { title, edited: '2026-02-03T00:00:00.000Z', blocks })
  page(
    HANDBOOK,
    'Handbook',
    wordsBlock('heading_2', 'Welcome'),
    wordsBlock('paragraph', 'Words.'),
    holderBlock('column_list', [holderBlock('column', [childBlock('child_page', RETURNS)])]),
    childBlock('child_database', FAQ),
    wordsBlock('bulleted_list_item', 'one', [wordsBlock('bulleted_list_item', 'inner')]),
    imageBlock('A kettle', 'https://files.example/a.png?X-Amz-Signature=abc'),
    tableBlock(['Part', 'Years'], ['Base', '2']),
  )
  page(
    RETURNS,
    'Returns',
    wordsBlock('divider', ''),
    wordsBlock('paragraph', 'Thirty days.'),
    childBlock('child_page', HANDBOOK),
  )
  page(ROW_1, 'Row 1', wordsBlock('paragraph', 'first'), childBlock('child_page', DEEP))
  page(ROW_2, 'Row 2')
  page(ROW_3, 'Row 3')
  page(DEEP, 'Deep', wordsBlock('paragraph', 'deep'))
  notion.databases.set(FAQ, [ROW_1, ROW_2, ROW_3])
})
afterEach(() => notion.close())

const list = (location: string, settings = {}) =>
  listed(notionConnector({ pace: createPace({ perSecond: 1000 }), baseUrl: notion.origin }), location, {
    credentials: { notion: { token } },
    ...settings,
  })

describe('a page of Notion, through the real client', () => {
  it('is listed with everything below it, each once, although a child leads back', async () => {
    const { items, failures } = await list(
      `https://www.notion.so/acme/Handbook-${HANDBOOK.replaceAll('-', '')}?pvs=4`,
    )
    expect(failures).toEqual([])
    expect(items.map(({ title }) => title)).toEqual([
      'Handbook',
      'Returns',
      'Row 1',
      'Row 2',
      'Row 3',
      'Deep',
    ])
    expect(items[0]).toMatchObject({
      key: HANDBOOK,
      extension: '.md',
      revision: '2026-02-03T00:00:00.000Z',
      location: `https://www.notion.so/${HANDBOOK.replaceAll('-', '')}`,
    })
  })

  it('becomes Markdown with its title, lists and tables, without child pages and signed addresses', async () => {
    const { items } = await list(HANDBOOK)
    const markdown = await textOf(items[0])
    expect(markdown).toMatch(/^# Handbook\n\n## Welcome/)
    expect(markdown).toMatch(/- one\n\s+- inner/)
    expect(markdown).toMatch(/\| Part \| Years \|\n\| -+ \| -+ \|\n\| Base \| 2 +\|/)
    expect(markdown).toContain('A kettle')
    expect(markdown).not.toMatch(/Signature|Inside|Thirty days/)
    expect(await textOf(items[1])).toMatch(/^# Returns\n\n---\s+Thirty days\./)
  })

  it('may be a database', async () => {
    expect((await list(FAQ)).items.map(({ title }) => title)).toEqual(['Row 1', 'Row 2', 'Row 3', 'Deep'])
  })

  it('below which something is not shared tells of it, and the rest goes on', async () => {
    notion.hidden.add(RETURNS)
    const { items, failures } = await list(HANDBOOK)
    expect(items).toHaveLength(5)
    expect(failures).toEqual([
      { file: RETURNS, error: expect.stringContaining('Share it with the integration') },
    ])
  })

  it('ends with a failure at the most items, and refuses a page that is too large', async () => {
    const { items, failures } = await list(HANDBOOK, { maxItems: 2, maxBytes: 10 })
    expect(items).toHaveLength(2)
    expect(failures[0]?.error).toContain('more than 2 pages')
    await expect(items[0]?.fetch(never())).rejects.toThrow(/larger than 10 bytes/)
  })

  it('is asked for again after the pause that Notion wants', async () => {
    const answer = notion.routes['*'] as (...args: unknown[]) => never
    let refused = 0
    const at: number[] = []
    notion.routes['*'] = (request, response) => {
      at.push(performance.now())
      if (refused++ > 0) return answer(request, response)
      return {
        status: 429,
        headers: { 'retry-after': '1' },
        body: '{"object":"error","status":429,"code":"rate_limited","message":"x"}',
      }
    }
    expect((await list(DEEP)).items).toHaveLength(1)
    expect(at[1]! - at[0]!).toBeGreaterThan(950)
  })

  it('that is not there, or may not be read, is refused in a sentence without the token', async () => {
    await expect(list('https://www.notion.so/acme')).rejects.toThrow(/names no page/)
    await expect(list(id(99))).rejects.toThrow(/has no page .* Share it/)
    await expect(list(HANDBOOK, { credentials: {} })).rejects.toThrow(/Set NOTION_TOKEN/)
    const error = (await list(HANDBOOK, { credentials: { notion: { token: 'ntn_wrong' } } }).catch(
      (error: unknown) => error,
    )) as Error
    expect(error.message).toBe('Notion does not accept the token. Check NOTION_TOKEN.')
  })
})
