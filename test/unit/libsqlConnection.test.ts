import Database from 'libsql'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openLibsqlConnection, type LibsqlConnection } from '../../src/database/libsqlConnection'

describe('a connection to a libSQL file', () => {
  let folder: string
  let connection: LibsqlConnection
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'vouch-libsql-'))
    connection = openLibsqlConnection(`file:${path.join(folder, 'a.db')}`)
    await connection.execute('create table texts (id integer primary key, words text unique)')
  })
  afterEach(() => {
    connection.close()
    vi.restoreAllMocks()
    rmSync(folder, { recursive: true })
  })
  const insert = (words: string) =>
    connection.execute({ sql: 'insert into texts (words) values (?)', args: [words] })

  it('prepares a form of statement once, however often it is executed', async () => {
    const prepare = vi.spyOn(Database.prototype, 'prepare')
    for (let i = 0; i < 50; i++) await insert(`text ${i}`)
    const { rows } = await connection.execute('select count(*) as n from texts')
    expect(rows[0]?.['n']).toBe(50)
    expect(prepare).toHaveBeenCalledTimes(2)
  })

  it('goes on with a statement that failed', async () => {
    await insert('one')
    await expect(insert('one')).rejects.toMatchObject({
      name: 'LibsqlError',
      code: expect.stringMatching(/CONSTRAINT/),
    })
    await expect(insert('two')).resolves.toMatchObject({ rowsAffected: 1, lastInsertRowid: 2n })
  })

  it('gives rows by name and by number, both of two columns of one name', async () => {
    await insert('one')
    const { rows } = await connection.execute('select words, id, 7 as id from texts')
    expect(Object.entries(rows[0]!)).toEqual([
      ['words', 'one'],
      ['id', 1],
    ])
    expect(Array.prototype.slice.call(rows[0])).toEqual(['one', 1, 7])
  })

  it('sees a column that was added since', async () => {
    await insert('one')
    const all = () => connection.execute('select * from texts')
    expect((await all()).columns).toEqual(['id', 'words'])
    await connection.execute('alter table texts add column said text')
    expect((await all()).rows[0]).toMatchObject({ words: 'one', said: null })
  })

  it('lets the rest of the process have its turn during a long row of statements', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const until = performance.now() + 120
    while (performance.now() < until) await connection.execute('select 1')
    clearInterval(timer)
    expect(turns).toBeGreaterThan(3)
  })
})
