import { copyFileSync, existsSync, openSync, closeSync, fsyncSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { openLibsqlConnection } from '../libsqlConnection'

/** How long a copy waits for another process's lock, in ms. */
const BUSY_MS = 15_000

/** Copies a database as it is at one instant, while others write to it. */
export async function copySqlite(from: string, to: string): Promise<void> {
  const connection = openLibsqlConnection(`file:${from}`)
  try {
    await connection.execute(`PRAGMA busy_timeout=${BUSY_MS}`)
    await connection.execute({ sql: 'VACUUM INTO ?', args: [to] })
  } finally {
    connection.close()
  }
  syncFile(to)
}

/** Whether SQLite finds a database whole. */
export async function isWhole(file: string): Promise<boolean> {
  const connection = openLibsqlConnection(`file:${file}`)
  try {
    const { rows } = await connection.execute('PRAGMA integrity_check')
    return rows.length === 1 && Object.values(rows[0] ?? {})[0] === 'ok'
  } catch {
    return false
  } finally {
    connection.close()
  }
}

/** Whether any process has a database open: a database whose journal is to be another must be alone. */
export async function isInUse(file: string): Promise<boolean> {
  if (!existsSync(file)) return false
  const connection = openLibsqlConnection(`file:${file}`)
  try {
    await connection.execute('PRAGMA journal_mode=DELETE')
    await connection.execute('PRAGMA journal_mode=WAL')
    return false
  } catch (error) {
    if (/locked|BUSY/.test(String((error as Error).message))) return true
    // One that is no database is in nobody's use.
    return false
  } finally {
    connection.close()
  }
}

/** Every plain file below a folder, with `/` between, in order. */
export function filesBelow(folder: string, under = ''): string[] {
  if (!existsSync(path.join(folder, under))) return []
  return readdirSync(path.join(folder, under), { withFileTypes: true })
    .flatMap((entry) => {
      const name = under ? `${under}/${entry.name}` : entry.name
      if (entry.isDirectory()) return filesBelow(folder, name)
      return entry.isFile() ? [name] : []
    })
    .toSorted()
}

/** Copies a file with its mode, and to the disk. */
export function copyWhole(from: string, to: string): void {
  copyFileSync(from, to)
  syncFile(to)
}

function syncFile(file: string): void {
  if (!statSync(file).isFile()) return
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
