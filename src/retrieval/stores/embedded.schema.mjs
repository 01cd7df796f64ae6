// @ts-check
/** The embedded store's tables, and the statements that put a point into them and take it out. */

/**
 * @typedef {{ id: string, document: string, release: string, audience: string, locale: string, language: string,
 *   hash: string, from: number, to: number | null, terms: string, vector: Float32Array | null }} Point
 * @typedef {import('@libsql/client').InStatement} Statement
 */

export const SCHEMA = `create table if not exists index_versions (
  number integer primary key autoincrement, id text not null unique, model text, dimensions integer,
  generation integer not null default 0, languages text not null default '[]')`

export const TABLES = ['words', 'vectors', 'removed', 'points']

/** @param {number} n the version's number */
export const tablesOf = (n) => [
  `create table if not exists points_${n} (
    seq integer primary key, id text not null unique, document text not null, release text not null,
    audience text not null, locale text not null, hash text not null, valid_from integer not null,
    valid_to integer, changed integer not null)`,
  `create table if not exists vectors_${n} (seq integer primary key, vector blob not null)`,
  `create index if not exists points_${n}_changed on points_${n} (changed)`,
  `create table if not exists removed_${n} (id text primary key, changed integer not null)`,
  `create virtual table if not exists words_${n} using fts5(
    terms, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0")`,
]

/**
 * A few statements for all of the points, for preparing one costs more than running it.
 * @param {number} n
 * @param {number} generation
 * @param {Point[]} points
 * @returns {Statement[]}
 */
export function upsertStatements(n, generation, points) {
  const rows = points.map((p) => [p.id, p.document, p.release, p.audience, p.locale, p.hash, p.from, p.to])
  const withVectors = points.filter(({ vector }) => vector)
  const withoutVectors = points.filter(({ vector }) => !vector)
  const ids = JSON.stringify(points.map(({ id }) => id))
  /** @type {Statement[]} */
  const statements = [
    {
      // `where true` tells the parser that `on` begins no join.
      sql: `insert into points_${n}
        (id, document, release, audience, locale, hash, valid_from, valid_to, changed)
        select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, ?
        from json_each(?) where true on conflict (id) do update set document = excluded.document,
        release = excluded.release, audience = excluded.audience, locale = excluded.locale, hash = excluded.hash,
        valid_from = excluded.valid_from, valid_to = excluded.valid_to, changed = excluded.changed`,
      args: [generation, JSON.stringify(rows)],
    },
    {
      sql: `insert or replace into words_${n} (rowid, terms)
        select p.seq, value ->> 1 from json_each(?) cross join points_${n} p on p.id = value ->> 0`,
      args: [JSON.stringify(points.map(({ id, terms }) => [id, terms]))],
    },
    { sql: `delete from removed_${n} where id in (select value from json_each(?))`, args: [ids] },
  ]
  if (withVectors.length > 0)
    statements.push({
      sql: `insert or replace into vectors_${n} (seq, vector)
        values ${withVectors.map(() => `((select seq from points_${n} where id = ?), ?)`).join(', ')}`,
      args: withVectors.flatMap(({ id, vector }) => [id, bytesOf(vector)]),
    })
  if (withoutVectors.length > 0)
    statements.push({
      sql: `delete from vectors_${n} where seq in
        (select seq from points_${n} where id in (select value from json_each(?)))`,
      args: [JSON.stringify(withoutVectors.map(({ id }) => id))],
    })
  return statements
}

/** @param {Float32Array | null} vector */
const bytesOf = (vector) => vector && new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)

/**
 * @param {number} n
 * @param {number} generation
 * @param {string[]} ids
 * @returns {Statement[]}
 */
export function removalStatements(n, generation, ids) {
  const list = JSON.stringify(ids)
  const named = 'id in (select value from json_each(?))'
  const seqs = `(select seq from points_${n} where ${named})`
  return [
    { sql: `delete from words_${n} where rowid in ${seqs}`, args: [list] },
    { sql: `delete from vectors_${n} where seq in ${seqs}`, args: [list] },
    {
      sql: `insert or replace into removed_${n} select id, ? from points_${n} where ${named}`,
      args: [generation, list],
    },
    { sql: `delete from points_${n} where ${named}`, args: [list] },
  ]
}
