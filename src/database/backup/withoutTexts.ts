import { openLibsqlConnection } from '../libsqlConnection'

/**
 * Takes every text out of a database that is for none of these audiences, as if it had never been written: documents with
 * their versions, releases and chunks. For a copy that is thrown away: what records them is left as it is.
 * @param uri of a SQLite file that no process has open.
 * @returns how many releases were taken out.
 */
export async function takeOutHiddenTexts(uri: string, audiences: readonly string[]): Promise<number> {
  const connection = openLibsqlConnection(uri)
  const shown = audiences.map(() => '?').join(', ')
  const run = (sql: string) => connection.execute({ sql, args: [...audiences] })
  try {
    await connection.execute('PRAGMA foreign_keys = OFF')
    const { rows } = await run(`SELECT count(*) AS hidden FROM releases WHERE audience NOT IN (${shown})`)
    await run(
      `DELETE FROM chunks WHERE release_id IN (SELECT id FROM releases WHERE audience NOT IN (${shown}))`,
    )
    await run(`DELETE FROM releases WHERE audience NOT IN (${shown})`)
    for (const documents of ['policies', 'faqs']) {
      await run(`DELETE FROM _${documents}_v WHERE version_audience NOT IN (${shown})`)
      await run(`DELETE FROM ${documents} WHERE audience NOT IN (${shown})`)
    }
    return Number(rows[0]?.['hidden'] ?? 0)
  } finally {
    connection.close()
  }
}
