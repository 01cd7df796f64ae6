import type { Payload } from 'payload'
import { ROLES } from '../../src/vocabulary'

/** One call of Payload's REST API. */
export interface Call {
  method: string
  path: string
  /** Null: none. A string is sent as it is. */
  body: unknown
}

export const ACTORS = [null, ...ROLES] as const

const BROKEN: unknown[] = [
  '{ not json',
  [],
  'words',
  {},
  { id: { $ne: null }, email: ['a'], password: 7, name: { a: { b: {} } }, roles: 'admin', title: null },
  { email: 'nobody@example.com', password: 'x', token: { $gt: '' }, data: [], body: 'none', topic: 'none' },
]

const QUERIES = [
  '',
  '?where[bogus][equals]=1&limit=-1&depth=99&sort=nonsense',
  '?where[id][in][]=1&where[or][0][id][like]=%25&page=0',
  '?where=words&select[id]=x&populate=1',
]

/**
 * Every operation that the configuration offers over REST, as `actor` could call it: with a row that is there and one that
 * is not, a plausible body and broken ones. A person tries fewer of the broken ones than a stranger: they are parsed alike.
 */
export async function callsOf(payload: Payload, actor: string | null): Promise<Call[]> {
  const calls: Call[] = []
  let turn = 0
  const add = (prefix: string, { method, path }: { method: string; path: string }, row: Row | null) => {
    const at = `${prefix}${filled(path, row)}`
    if (method === 'get' || method === 'delete')
      return calls.push({ method, path: at + QUERIES[turn++ % QUERIES.length], body: null })
    const broken = actor === null ? BROKEN : [BROKEN[turn++ % BROKEN.length]]
    for (const body of [plausible(path, row), ...broken]) calls.push({ method, path: at, body })
    return calls.length
  }
  for (const { slug, endpoints } of payload.config.collections) {
    const { docs } = await payload.find({ collection: slug as 'topics', limit: 1, depth: 0 })
    for (const endpoint of endpoints || []) add(slug, endpoint, (docs[0] as unknown as Row) ?? null)
  }
  for (const endpoint of payload.config.endpoints) add('', endpoint, null)
  return calls.filter(({ path }) => path !== 'users/logout')
}

type Row = Record<string, unknown> & { id: string }

function filled(path: string, row: Row | null): string {
  return path
    .replace(/\{[^}]*\}|\*\w*/g, 'x')
    .replace(/:(\w+)[?]?/g, (_, name: string) => (name === 'id' ? (row?.id ?? 'no-such-row') : 'x'))
}

function plausible(path: string, row: Row | null): unknown {
  if (/login|password|unlock|register/.test(path))
    return { email: 'ann@example.com', password: 'a long enough phrase', token: 'x'.repeat(40), name: 'Ann' }
  if (!row) return { name: 'New', title: 'New', slug: 'new', value: {} }
  const { id: _, createdAt: __, updatedAt: ___, ...rest } = row
  return rest
}
