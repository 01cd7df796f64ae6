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
 * @param {number} n
 * @param {number} generation
 * @param {Point} point
 * @returns {Statement[]}
 */
export function upsertStatements(n, generation, point) {
  const { id, document, release, audience, locale, hash, from, to, terms, vector } = point
  const seq = `(select seq from points_${n} where id = ?)`
  return [
    {
      sql: `insert into points_${n}
        (id, document, release, audience, locale, hash, valid_from, valid_to, changed)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set document = excluded.document,
        release = excluded.release, audience = excluded.audience, locale = excluded.locale, hash = excluded.hash,
        valid_from = excluded.valid_from, valid_to = excluded.valid_to, changed = excluded.changed`,
      args: [id, document, release, audience, locale, hash, from, to, generation],
    },
    { sql: `insert or replace into words_${n} (rowid, terms) values (${seq}, ?)`, args: [id, terms] },
    vector
      ? {
          sql: `insert or replace into vectors_${n} (seq, vector) values (${seq}, ?)`,
          args: [id, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)],
        }
      : { sql: `delete from vectors_${n} where seq = ${seq}`, args: [id] },
    { sql: `delete from removed_${n} where id = ?`, args: [id] },
  ]
}

/**
 * @param {number} n
 * @param {number} generation
 * @param {string} id
 * @returns {Statement[]}
 */
export const removalStatements = (n, generation, id) => [
  { sql: `delete from words_${n} where rowid = (select seq from points_${n} where id = ?)`, args: [id] },
  { sql: `delete from vectors_${n} where seq = (select seq from points_${n} where id = ?)`, args: [id] },
  {
    sql: `insert or replace into removed_${n} select id, ? from points_${n} where id = ?`,
    args: [generation, id],
  },
  { sql: `delete from points_${n} where id = ?`, args: [id] },
]
