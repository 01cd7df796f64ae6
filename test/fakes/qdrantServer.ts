import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bm25Scores, matches, toSparse, type Condition, type Point } from './qdrantSearch'

interface Collection {
  vectors: Record<string, { size: number }>
  sparse: string[]
  indexed: Set<string>
  points: Map<string, Point>
}

type Body = Record<string, never> & {
  vectors?: Record<string, { size: number }>
  sparse_vectors?: Record<string, { modifier?: string }>
  field_name?: string
  points?: (Point & string)[]
  payload?: Record<string, unknown>
  filter?: { must: Condition[] }
  searches?: Search[]
  limit?: number
  offset?: string
  key?: string
  ids?: string[]
  with_vector?: string[] | false
  actions?: { create_alias: { collection_name: string; alias_name: string } }[]
}

interface Search {
  query: number[] | { text: string; model: string }
  using: string
  filter: { must: Condition[] }
  limit: number
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

export interface FakeQdrantServer {
  url: string
  /** Method and path of every request, and its headers. */
  requests: { route: string; headers: IncomingMessage['headers'] }[]
  /** What each collection was made with. */
  created: unknown[]
  /** Collections by the aliases that point to them. */
  aliases: Map<string, string>
  /** The next `times` requests are refused with this status. */
  refuse(status: number, times: number, headers?: Record<string, string>): void
  /** Until it comes back every connection ends without an answer. */
  goAway(): void
  comeBack(): void
  close(): Promise<void>
}

/** The part of Qdrant's REST interface that the adapter uses, in memory, exact, strict about names and filters. */
export async function startFakeQdrantServer(): Promise<FakeQdrantServer> {
  const collections = new Map<string, Collection>()
  const aliases = new Map<string, string>()
  const requests: FakeQdrantServer['requests'] = []
  const created: unknown[] = []
  const planned: { status: number; headers: Record<string, string> }[] = []
  let away = false
  const server = createServer(async (incoming, response) => {
    if (away) return incoming.socket.destroy()
    const url = new URL(incoming.url ?? '', 'http://fake')
    requests.push({ route: `${incoming.method} ${url.pathname}`, headers: incoming.headers })
    const body = (await readJson(incoming)) as Body
    const refusal = planned.shift()
    const send = (status: number, content: unknown, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify(content))
    }
    if (!refusal && /^PUT \/collections\/[^/]+$/.test(`${incoming.method} ${url.pathname}`))
      created.push(body)
    if (refusal)
      return send(refusal.status, { status: { error: 'told to refuse' }, time: 0 }, refusal.headers)
    try {
      send(200, {
        result: url.pathname.endsWith('/collections/aliases')
          ? pointAliases({ collections, aliases }, body)
          : route(collections, `${incoming.method} ${url.pathname}`, body),
        status: 'ok',
        time: 0,
      })
    } catch (error) {
      const { status = 500, message } = error as Refusal
      send(status, { status: { error: message }, time: 0 })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    created,
    aliases,
    refuse: (status, times, headers = {}) =>
      void planned.push(...Array.from({ length: times }, () => ({ status, headers }))),
    goAway: () => void (away = true),
    comeBack: () => void (away = false),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function route(collections: Map<string, Collection>, request: string, body: Body): unknown {
  const [, method = '', name = '', action = ''] = /^(\w+) \/collections\/([^/]+)(.*)$/.exec(request) ?? []
  const call = `${method} ${action}`
  if (call === 'GET /exists') return { exists: collections.has(name) }
  if (call === 'DELETE ') return collections.delete(name)
  if (call === 'PUT ') return create(collections, name, body)
  const collection = collections.get(name)
  if (!collection) throw new Refusal(404, `Not found: Collection \`${name}\` doesn't exist!`)
  const act = ACTIONS[call]
  if (!act) throw new Refusal(404, `the fake knows no ${call}`)
  return act(collection, body)
}

function pointAliases(
  { collections, aliases }: { collections: Map<string, Collection>; aliases: Map<string, string> },
  { actions = [] }: Body,
) {
  for (const { create_alias } of actions) {
    if (!collections.has(create_alias.collection_name))
      throw new Refusal(404, `Not found: Collection \`${create_alias.collection_name}\` doesn't exist!`)
    aliases.set(create_alias.alias_name, create_alias.collection_name)
  }
  return true
}

const DONE = { operation_id: 1, status: 'completed' }

function create(collections: Map<string, Collection>, name: string, { vectors, sparse_vectors }: Body) {
  if (collections.has(name)) throw new Refusal(409, `Collection \`${name}\` already exists!`)
  collections.set(name, {
    vectors: vectors ?? {},
    sparse: Object.keys(sparse_vectors ?? {}),
    indexed: new Set(),
    points: new Map(),
  })
  return true
}

const ACTIONS: Record<string, (collection: Collection, body: Body) => unknown> = {
  'GET ': ({ vectors, points }) => ({
    status: 'green',
    points_count: points.size,
    config: { params: { vectors } },
  }),
  'PUT /index': ({ indexed }, { field_name }) => {
    indexed.add(field_name ?? '')
    return DONE
  },
  'PUT /points': (collection, { points = [] }) => {
    for (const point of points) assertPoint(collection, point)
    for (const point of points) collection.points.set(point.id, point)
    return DONE
  },
  'POST /points/payload': ({ points }, { payload, filter, points: ids }) => {
    for (const id of ids ?? []) if (!points.has(id)) throw new Refusal(404, `No point with id ${id} found`)
    for (const point of points.values())
      if (ids ? (ids as string[]).includes(point.id) : matches(point, filter?.must ?? []))
        Object.assign(point.payload, payload)
    return DONE
  },
  'POST /points/delete': ({ points }, { points: ids = [] }) => {
    for (const id of ids) points.delete(id)
    return DONE
  },
  'POST /points/count': ({ points }) => ({ count: points.size }),
  'POST /points/scroll': ({ points }, { limit = 10, offset = '', with_vector }) => {
    const ids = [...points.keys()].sort().filter((id) => id >= offset)
    const page = ids.slice(0, limit).map((id) => shown(points, id, with_vector))
    return { points: page, next_page_offset: ids[limit] ?? null }
  },
  'POST /points': ({ points }, { ids = [], with_vector }) =>
    ids.filter((id) => points.has(id)).map((id) => shown(points, id, with_vector)),
  'POST /facet': ({ points, indexed }, { key = '' }) => {
    if (!indexed.has(key)) throw new Refusal(400, `Bad request: no index for ${key}`)
    const values = new Set([...points.values()].map(({ payload }) => payload[key]))
    return { hits: [...values].map((value) => ({ value, count: 1 })) }
  },
  'POST /points/query/batch': (collection, { searches = [] }) =>
    searches.map((search) => ({ points: query(collection, search) })),
}

/** A point as it is given back: dense vectors as they were made unit length, words as their terms' hashes. */
function shown(points: Map<string, Point>, id: string, wanted: string[] | false = false) {
  const point = points.get(id)
  const vector = Object.fromEntries(
    Object.entries(point?.vector ?? {})
      .filter(([name]) => wanted && wanted.includes(name))
      .map(([name, value]) => [name, Array.isArray(value) ? toUnit(value) : toSparse(value.text)]),
  )
  return { id, payload: point?.payload, vector }
}

const toUnit = (vector: number[]) => {
  const norm = Math.hypot(...vector)
  return vector.map((value) => Math.fround(value / norm))
}

function assertPoint({ vectors, sparse }: Collection, { id, vector }: Point) {
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id))
    throw new Refusal(400, `${id} is not a valid point ID`)
  for (const [name, value] of Object.entries(vector)) {
    if (!vectors[name] && !sparse.includes(name))
      throw new Refusal(400, `Not existing vector name error: ${name}`)
    if (Array.isArray(value) && value.length !== vectors[name]?.size)
      throw new Refusal(
        400,
        `Vector dimension error: expected dim: ${vectors[name]?.size}, got ${value.length}`,
      )
  }
}

function query({ points, vectors, sparse, indexed }: Collection, { query, using, filter, limit }: Search) {
  if (!vectors[using] && !sparse.includes(using))
    throw new Refusal(400, `Not existing vector name error: ${using}`)
  for (const { key } of filter.must)
    if (key && !indexed.has(key)) throw new Refusal(400, `Index required but not found for "${key}"`)
  const scores = Array.isArray(query)
    ? cosines(points, using, query)
    : bm25Scores([...points.values()], using, query.text)
  return [...scores]
    .filter(([point]) => matches(point, filter.must))
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([{ id, payload }, score]) => ({ id, version: 0, score, payload }))
}

function cosines(points: Map<string, Point>, using: string, query: number[]) {
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
  return [...points.values()].flatMap((point): [Point, number][] => {
    const vector = point.vector[using]
    if (!Array.isArray(vector)) return []
    return [[point, Math.fround(dot(query, vector) / Math.sqrt(dot(query, query) * dot(vector, vector)))]]
  })
}

async function readJson(incoming: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return text ? (JSON.parse(text) as unknown) : {}
}
