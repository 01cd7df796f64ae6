// @ts-check
/**
 * A thread of the embedded store: SQL, the vector scan and the waiting for locks happen here, never on the event loop.
 * One libSQL file holds every index version: per version a table of points, one of their vectors (apart, so that a page of
 * points holds many and the words leg reads few), an FTS5 index of their terms (no copy of the text), and what was removed. Each write raises the version's generation and stamps the rows it touched, so
 * that a cache, in this process or another, catches up by reading only what changed.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { createConnections } from '../connections.mjs'
import { removalStatements, SCHEMA, TABLES, tablesOf, upsertStatements } from './embedded.schema.mjs'
import { createVisible, phraseOf } from './embedded.visible.mjs'
import { createVocabulary } from './embedded.vocabulary.mjs'
import { createVectorCache } from './embedded.vectors.mjs'
import { holdsExactly, readWordDigests } from './embedded.words.mjs'

/**
 * @typedef {{ id: string, dimensions: number | null, model: string | null }} Version
 * @typedef {{ number: number, dimensions: number | null, model: string | null, generation: number }} Known
 * @typedef {import('./embedded.schema.mjs').Point} Point
 * @typedef {{ dense: Float32Array | null, terms: Record<string, string[]> | null, audiences: string[], at: number,
 *   limit: number }} Query
 */

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)
const connections = createConnections(workerData)
/** @type {Map<number, { cache: ReturnType<typeof createVectorCache>, reading: Promise<void> }>} */
const caches = new Map()
/** @type {Map<number, import('./embedded.words.mjs').WordDigests>} */
const digests = new Map()
/** @type {Map<number, ReturnType<typeof createVocabulary>>} */
const vocabularies = new Map()
/** @type {Map<number, ReturnType<typeof createVisible>>} */
const visibles = new Map()

const methods = {
  /** @param {{ version: Version }} args */
  async ensure({ version }) {
    const known = await find(version.id)
    if (known) return { model: known.model, dimensions: known.dimensions }
    await connections.write(async (run) => {
      await run(SCHEMA)
      await run({
        sql: 'insert into index_versions (id, model, dimensions) values (?, ?, ?) on conflict do nothing',
        args: [version.id, version.model, version.dimensions],
      })
      const { rows } = await run({
        sql: 'select number from index_versions where id = ?',
        args: [version.id],
      })
      for (const sql of tablesOf(Number(rows[0]?.['number']))) await run(sql)
    })
    return { model: version.model, dimensions: version.dimensions }
  },

  /** @param {{ version: string, points: Point[] }} args */
  async upsert({ version, points }) {
    const languages = [...new Set(points.map((point) => point.language))]
    await change(version, languages, async (run, n, generation) => {
      for (const statement of upsertStatements(n, generation, points)) await run(statement)
    })
  },

  /** @param {{ version: string, ids: string[], from: number, to: number | null }} args */
  async setWindow({ version, ids, from, to }) {
    await change(version, [], async (run, n, generation) => {
      await run({
        sql: `update points_${n} set valid_from = ?, valid_to = ?, changed = ?
          where id in (select value from json_each(?))`,
        args: [from, to, generation, JSON.stringify(ids)],
      })
    })
  },

  /** @param {{ version: string, ids: string[] }} args */
  async remove({ version, ids }) {
    await change(version, [], async (run, n, generation) => {
      for (const statement of removalStatements(n, generation, ids)) await run(statement)
    })
  },

  /** What is kept in memory of a version that is about to be dropped. @param {{ version: string }} args */
  async forget({ version }) {
    const known = await find(version)
    if (!known) return
    caches.delete(known.number)
    digests.delete(known.number)
    vocabularies.delete(known.number)
    visibles.delete(known.number)
  },

  /** @param {{ version: string }} args */
  async drop({ version }) {
    const known = await find(version)
    if (!known) return
    await connections.write(async (run) => {
      for (const table of TABLES) await run(`drop table if exists ${table}_${known.number}`)
      await run({ sql: 'delete from index_versions where id = ?', args: [version] })
    })
  },

  /** @param {{ version: string, query: Query }} args */
  async search({ version, query }) {
    const known = await mustFind(version)
    return { dense: await searchDense(known, query), words: await searchWordsAsOne(known, version, query) }
  },

  /** @param {{ version: string, among?: string[], prefix?: string, length?: [number, number], audiences: string[], at: number }} args */
  async vocabulary({ version, among, prefix, length, audiences, at }) {
    const { number, generation } = await mustFind(version)
    const vocabulary = vocabularies.get(number) ?? createVocabulary(connections.read, number)
    vocabularies.set(number, vocabulary)
    const found = await vocabulary.find({ among, prefix, length }, generation)
    if (found.length === 0 || audiences.length === 0) return []
    const visible = visibleOf(number)
    const set = await visible.of({ audiences, at }, generation)
    const known = []
    for (const { term } of found) {
      const chunks = await visible.countIn(set, term)
      if (chunks > 0) known.push({ term, chunks })
    }
    return known
  },

  /** @param {{ version: string }} args */
  async count({ version }) {
    const { number } = await mustFind(version)
    const { rows } = await connections.read(`select count(*) n from points_${number}`)
    return Number(rows[0]?.['n'])
  },

  /** @param {{ version: string, after: string, limit: number, vectors: boolean }} args one page, in order of id */
  async ids({ version, after, limit, vectors }) {
    const { number } = await mustFind(version)
    const { rows } = await connections.read({
      sql: `select id, document, release, audience, locale, hash, valid_from, valid_to,
        ${vectors ? `(select vector from vectors_${number} v where v.seq = p.seq)` : 'null'} vector
        from points_${number} p where id > ? order by id limit ?`,
      args: [after, limit],
    })
    return rows.map((row) => ({
      id: row['id'],
      documentId: row['document'],
      releaseId: row['release'],
      audience: row['audience'],
      locale: row['locale'],
      contentHash: row['hash'],
      validFrom: row['valid_from'],
      validTo: row['valid_to'],
      vector: toVector(row['vector']),
    }))
  },

  /** @param {{ version: string }} args */
  async readWords({ version }) {
    const { number } = await mustFind(version)
    digests.set(number, await readWordDigests(connections.read, number))
  },

  /** @param {{ version: string, points: { id: string, terms: string[], marks: boolean }[] }} args after `readWords` */
  async misworded({ version, points }) {
    const { number } = await mustFind(version)
    const held = digests.get(number) ?? new Map()
    const { rows } = await connections.read({
      sql: `select id, seq from points_${number} where id in (select value from json_each(?))`,
      args: [JSON.stringify(points.map(({ id }) => id))],
    })
    const places = new Map(rows.map((row) => [String(row['id']), Number(row['seq'])]))
    /** @type {string[]} */
    const wrong = []
    for (const { id, terms, marks } of points) {
      const seq = places.get(id)
      const right =
        seq !== undefined &&
        (marks ? await isFoundBy(number, seq, terms.join(' ')) : holdsExactly(held, seq, terms))
      if (!right) wrong.push(id)
    }
    return wrong
  },

  async close() {
    await connections.close()
  },
}

port.on('message', async ({ call, method, args }) => {
  try {
    const result = await methods[/** @type {keyof typeof methods} */ (method)](args)
    port.postMessage({ call, result })
  } catch (error) {
    const { message, code } = /** @type {{ message?: string, code?: string }} */ (error)
    port.postMessage({ call, failure: { message: message ?? String(error), code } })
  }
})

/**
 * @param {string} id
 * @returns {Promise<Known | null>}
 */
async function find(id) {
  const sql = 'select number, model, dimensions, generation from index_versions where id = ?'
  const result = await connections.read({ sql, args: [id] }).catch((error) => {
    if (/no such table: index_versions/.test(error.message)) return { rows: [] }
    throw error
  })
  const row = result.rows[0]
  if (!row) return null
  return {
    number: Number(row['number']),
    model: /** @type {string | null} */ (row['model']),
    dimensions: /** @type {number | null} */ (row['dimensions']),
    generation: Number(row['generation']),
  }
}

/** @param {string} id */
async function mustFind(id) {
  const known = await find(id)
  if (known) return known
  throw Object.assign(new Error(`there is no index version ${id}`), { code: 'NO_VERSION' })
}

/**
 * One transaction that raises the version's generation and runs `act` with it.
 * @param {string} id
 * @param {string[]} languages
 * @param {(run: import('../connections.mjs').Run, number: number, generation: number) => Promise<void>} act
 */
async function change(id, languages, act) {
  await mustFind(id)
  await connections.write(async (run) => {
    const { rows } = await run({
      sql: `update index_versions set generation = generation + 1,
        languages = (select json_group_array(value) from
          (select value from json_each(languages) union select value from json_each(?)))
        where id = ? returning number, generation`,
      args: [JSON.stringify(languages), id],
    })
    if (!rows[0]) throw Object.assign(new Error(`index version ${id} was dropped`), { code: 'NO_VERSION' })
    await act(run, Number(rows[0]['number']), Number(rows[0]['generation']))
  })
}

/**
 * @param {number} n
 * @param {number} seq
 * @param {string} terms all of them, in their order
 */
async function isFoundBy(n, seq, terms) {
  const { rows } = await connections.read({
    sql: `select 1 from words_${n} where words_${n} match ? and rowid = ?`,
    args: [`"${terms.replaceAll('"', '""')}"`, seq],
  })
  return rows.length > 0
}

/** @param {import('@libsql/client').Value | undefined} blob */
const toVector = (blob) =>
  blob instanceof ArrayBuffer
    ? new Float32Array(blob.slice(0, blob.byteLength - (blob.byteLength % 4)))
    : null

/**
 * @param {Known} known
 * @param {Query} query
 */
async function searchDense({ number, dimensions, generation }, { dense, audiences, at, limit }) {
  if (!dense || dimensions === null) return []
  const kept = caches.get(number) ?? { cache: createVectorCache(dimensions), reading: Promise.resolve() }
  caches.set(number, kept)
  const { cache } = kept
  // One reading at a time, or the older one could undo what the newer has read.
  const mine = kept.reading.then(() =>
    cache.generation < generation ? catchUp(cache, number, generation) : undefined,
  )
  kept.reading = mine.catch(() => {})
  await mine
  return cache.nearest({ dense, audiences, at, limit })
}

/**
 * @param {ReturnType<typeof createVectorCache>} cache
 * @param {number} n
 * @param {number} generation
 */
async function catchUp(cache, n, generation) {
  const since = cache.generation
  // A write between the two reads is read again at the next search: `generation` is older than it.
  const removed = await connections.read({
    sql: `select id from removed_${n} where changed > ?`,
    args: [since],
  })
  for (const row of removed.rows) cache.remove(String(row['id']))
  for (let after = 0, page; !page || page.rows.length > 0;) {
    page = await connections.read({
      sql: `select p.seq, id, hash, audience, valid_from, valid_to, vector
        from points_${n} p left join vectors_${n} v on v.seq = p.seq
        where changed > ? and p.seq > ? order by p.seq limit 2000`,
      args: [since, after],
    })
    for (const row of page.rows) cache.set(row)
    after = Number(page.rows.at(-1)?.['seq'] ?? after)
  }
  cache.generation = generation
}

/** @param {number} n */
function visibleOf(n) {
  const visible = visibles.get(n) ?? createVisible(connections.read, n)
  visibles.set(n, visible)
  return visible
}

/** What a search rests on is read in several statements; one that another process wrote between is searched again. */
const MOST_LOOKS = 3

/**
 * @param {Known} first
 * @param {string} version
 * @param {Query} query
 */
async function searchWordsAsOne(first, version, query) {
  let known = first
  for (let look = 1; ; look++) {
    const found = await searchWords(known, query)
    const now = await mustFind(version)
    if (now.generation === known.generation || look === MOST_LOOKS) return found
    known = now
  }
}

/**
 * BM25 over the chunks that the asker may see alone: each term's rarity, the mean length and the languages that a question is
 * read in are theirs. FTS5's own score has the rarity and mean of all rows, hidden ones too; what it says is how often a term
 * stands in a row, which is a whole number, and from that the score is computed anew.
 * @param {Known} known
 * @param {Query} query
 */
async function searchWords({ number, generation }, { terms, audiences, at, limit }) {
  if (!terms || limit < 1 || audiences.length === 0) return []
  const visible = visibleOf(number)
  const set = await visible.of({ audiences, at }, generation)
  const wanted = [...new Set(languagesOf(set.locales, terms).flatMap((language) => terms[language] ?? []))]
  /** @type {[term: string, weight: import('./embedded.visible.mjs').Weight][]} */
  const weighed = []
  for (const term of wanted) {
    const weight = await visible.weightIn(set, term)
    if (weight) weighed.push([term, weight])
  }
  if (weighed.length === 0) return []
  const each = `select rowid seq, -bm25(words_${number}) / ? share, ? mean, ? rarity
    from words_${number} where words_${number} match ?`
  // How often the term stands in the row, from how far its score is on the way to the most that it can be.
  const often = `max(1, round(s.share * ${saturation('s.mean')} / (1 - s.share)))`
  const { rows } = await connections.read({
    // Materialized: bm25() works in the query of its own table alone.
    sql: `with s as materialized (${weighed.map(() => each).join(' union all ')})
      select p.id, p.hash, round(sum(s.rarity * ${K1 + 1} * ${often} / (${often} + ${saturation('?')})), 9) score
      from s cross join ${set.table} v on v.seq = s.seq
      cross join points_${number} p on p.seq = s.seq group by s.seq order by score desc, p.id limit ?`,
    args: [
      ...weighed.flatMap(([term, { rarity, rarityOfAll, meanOfAll }]) => [
        rarityOfAll * (K1 + 1),
        meanOfAll,
        rarity,
        phraseOf(term),
      ]),
      set.mean,
      limit,
    ],
  })
  return rows.map((row) => ({ id: row['id'], contentHash: row['hash'], score: row['score'] }))
}

/** FTS5's own constants of BM25. */
const K1 = 1.2
const B = 0.75

/** What a term's count in a row is held against: more for rows that are longer than the mean. @param {string} mean */
function saturation(mean) {
  return `(${K1} * (${1 - B} + ${B} * v.length / ${mean}))`
}

/**
 * The languages of texts: those that questions are analyzed in, the first of them where it is none.
 * @param {string[]} locales
 * @param {Record<string, string[]>} terms by language
 */
function languagesOf(locales, terms) {
  const [other = 'en'] = Object.keys(terms)
  const prefixes = locales.map((locale) => locale.toLowerCase().split(/[-_]/)[0] ?? '')
  const used = new Set(prefixes.map((prefix) => (Object.hasOwn(terms, prefix) ? prefix : other)))
  return Object.keys(terms).filter((language) => used.has(language))
}
