import { type FakeSite, json, startSite } from './site'

type Block = Record<string, unknown> & { type: string }

export interface FakeNotion extends FakeSite {
  /** A page's title and blocks, by id; blocks may have `children` of their own. */
  pages: Map<string, { title: string; edited: string; blocks: Block[] }>
  /** A database's rows (ids of pages), by id. */
  databases: Map<string, string[]>
  /** These ids answer 404, as what is not shared does. */
  hidden: Set<string>
}

/** As much of Notion's API as reading pages and databases takes, two results at a time. */
export async function startFakeNotion({ token }: { token: string }): Promise<FakeNotion> {
  const pages: FakeNotion['pages'] = new Map()
  const databases: FakeNotion['databases'] = new Map()
  const hidden: FakeNotion['hidden'] = new Set()
  const refused = (status: number, code: string) =>
    json({ object: 'error', status, code, message: 'told to refuse' }, status)
  const site = await startSite({
    '*'({ method, url, headers, body }) {
      if (headers.authorization !== `Bearer ${token}`) return refused(401, 'unauthorized')
      if (!headers['notion-version']) return refused(400, 'missing_version')
      const [, , kind, id = '', action] = url.pathname.split('/')
      if (hidden.has(id)) return refused(404, 'object_not_found')
      const asked = (method === 'POST' ? JSON.parse(body) : Object.fromEntries(url.searchParams)) as {
        start_cursor?: string
      }
      if (kind === 'pages') return pages.has(id) ? json(pageOf(id, pages)) : refused(404, 'object_not_found')
      if (kind === 'databases' && databases.has(id)) return json(databaseOf(id))
      if (kind === 'data_sources' && action === 'query')
        return json(
          listOf(
            (databases.get(id.replace('source-', '')) ?? []).map((row) => pageOf(row, pages)),
            asked,
          ),
        )
      if (kind === 'blocks' && action === 'children') return json(listOf(blocksOf(id, pages), asked))
      return refused(404, 'object_not_found')
    },
  })
  return Object.assign(site, { pages, databases, hidden })
}

const pageOf = (id: string, pages: FakeNotion['pages']) => {
  const { title = '', edited = '' } = pages.get(id) ?? {}
  return {
    object: 'page',
    id,
    url: `https://www.notion.so/${id.replaceAll('-', '')}`,
    created_time: '2026-01-01T00:00:00.000Z',
    last_edited_time: edited,
    in_trash: false,
    properties: { Name: { id: 'title', type: 'title', title: [text(title)] } },
  }
}

const databaseOf = (id: string) => ({
  object: 'database',
  id,
  title: [text('Database')],
  url: 'https://www.notion.so/x',
  data_sources: [{ id: `source-${id}`, name: 'Rows' }],
})

/** The blocks of a page, or of a block with children (`PAGE.INDEX.INDEX…`). */
function blocksOf(id: string, pages: FakeNotion['pages']): Block[] {
  const [page = '', ...path] = id.split('.')
  let blocks = pages.get(page)?.blocks ?? []
  for (const index of path) blocks = (blocks[Number(index)]?.['children'] as Block[] | undefined) ?? []
  return blocks.map(({ children, ...block }, i) => {
    const has_children = Array.isArray(children) || block.type === 'child_page'
    return Object.assign({ object: 'block', id: `${id}.${i}`, has_children }, block)
  })
}

function listOf(results: unknown[], { start_cursor = '0' }: { start_cursor?: string }) {
  const start = Number(start_cursor)
  const more = start + 2 < results.length
  return {
    object: 'list',
    results: results.slice(start, start + 2),
    has_more: more,
    next_cursor: more ? String(start + 2) : null,
  }
}

const PLAIN = {
  bold: false,
  italic: false,
  strikethrough: false,
  underline: false,
  code: false,
  color: 'default',
}

const text = (content: string) => ({
  type: 'text',
  text: { content, link: null },
  plain_text: content,
  href: null,
  annotations: PLAIN,
})

/** A block of words. */
export const wordsBlock = (type: string, content: string, children?: Block[]): Block => ({
  type,
  [type]: { rich_text: [text(content)] },
  ...(children && { children }),
})

export const tableBlock = (...rows: string[][]): Block => ({
  type: 'table',
  table: {},
  children: rows.map((cells) => ({
    type: 'table_row',
    table_row: { cells: cells.map((cell) => [text(cell)]) },
  })),
})

export const imageBlock = (caption: string, url: string): Block => ({
  type: 'image',
  image: { type: 'file', caption: [text(caption)], file: { url } },
})

/** A page or database inside a page; it has the id of what it stands for. */
export const childBlock = (type: 'child_page' | 'child_database', id: string): Block => ({
  type,
  id,
  [type]: { title: 'Inside' },
})

/** A block that only holds others (columns). */
export const holderBlock = (type: string, children: Block[]): Block => ({ type, [type]: {}, children })
