import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { indexByParent } from '../../src/database/parentIndexes'

it('gives every table of lists an index by the row that a list belongs to, and leaves the others alone', () => {
  const tables = {
    answers: { indexes: { bot: { name: 'answers_bot_idx', on: 'bot' } } },
    answers_texts: { indexes: { order: { name: 'answers_texts_order_parent', on: ['order', 'parent'] } } },
    runs_numbers: {},
  }
  indexByParent(tables)
  expect(tables).toEqual({
    answers: { indexes: { bot: { name: 'answers_bot_idx', on: 'bot' } } },
    answers_texts: {
      indexes: {
        order: { name: 'answers_texts_order_parent', on: ['order', 'parent'] },
        parentIdx: { name: 'answers_texts_parent_idx', on: 'parent' },
      },
    },
    runs_numbers: { indexes: { parentIdx: { name: 'runs_numbers_parent_idx', on: 'parent' } } },
  })
})

it('is in the migrations: no list of texts of an installation is without it', async () => {
  const files = (await readdir('migrations')).filter((name) => /^\d.*\.ts$/.test(name))
  const written = (await Promise.all(files.map((name) => readFile(`migrations/${name}`, 'utf8')))).join('\n')
  const lists = new Set(
    [...written.matchAll(/CREATE TABLE \\`(\w+_(?:texts|numbers))\\`/g)].map(([, name]) => name),
  )
  expect(lists.size).toBeGreaterThan(3)
  for (const list of lists) expect(written).toContain(`CREATE INDEX \\\`${list}_parent_idx\\\``)
})
