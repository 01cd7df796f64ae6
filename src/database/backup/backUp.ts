import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import manifestOfVouch from '../../../package.json'
import { VouchError } from '../../errors'
import { fileOf } from '../libsqlConnection'
import { describeFile, KEYS, MANIFEST, sealManifest, SECRETS, type Manifest } from './manifest'
import { dumpMongodb } from './mongodbTools'
import { copySqlite, copyWhole, filesBelow } from './sqliteFiles'

/** Where an installation keeps what it has. */
export interface Installed {
  dataDir: string
  databaseUri: string
}

/** Made anew from the rest, or of use to one process alone. */
const LEFT_OUT =
  /(?:^sources\/|-wal$|-shm$|-journal$|\.worker$|\.migrating$|^\.restoring\/|^\.before-|^serving\.json$)/
/** Copied first: heads that are older than the log are in order, newer ones say that its end was cut off. */
const FIRST = 'audit.heads'

/**
 * Copies an installation into a folder while it is at work: each database as it is at one instant, the index after the
 * database, and every file, with a manifest of their hashes. Sources fetched for a sync are fetched again.
 * @throws {VouchError} where the folder holds something, or the database cannot be copied.
 */
export async function backUp({ dataDir, databaseUri }: Installed, folder: string): Promise<Manifest> {
  const target = path.resolve(folder)
  if (target === dataDir || target.startsWith(dataDir + path.sep))
    throw new VouchError('Back up to a folder outside of the data directory: with it a backup is lost too.')
  if (existsSync(target) && readdirSync(target).length)
    throw new VouchError(`${folder} is not empty. Name a new folder for each backup.`)
  const isFile = databaseUri.startsWith('file:')
  const database = isFile ? path.resolve(fileOf(databaseUri)) : null
  if (database && !existsSync(database)) throw new VouchError(`There is no database in ${database}.`)
  const working = `${target}.unfinished`
  rmSync(working, { recursive: true, force: true })
  mkdirSync(working, { recursive: true, mode: 0o700 })
  try {
    const found = filesBelow(dataDir).filter((file) => !LEFT_OUT.test(file))
    const isDatabase = (file: string) => file.endsWith('.db')
    const plain = found.filter((file) => !isDatabase(file))
    for (const file of plain.toSorted((a, b) => Number(b === FIRST) - Number(a === FIRST)))
      copyPlain(dataDir, working, file)
    if (database) await copySqlite(database, path.join(working, 'vouch.db'))
    else await dumpMongodb(databaseUri, working)
    for (const file of found.filter(isDatabase))
      if (path.join(dataDir, file) !== database) {
        mkdirSync(path.dirname(path.join(working, file)), { recursive: true })
        await copySqlite(path.join(dataDir, file), path.join(working, file))
      }
    const files = []
    for (const file of filesBelow(working)) files.push(await describeFile(working, file))
    const manifest = sealManifest({
      format: 'vouch-backup-1',
      at: new Date().toISOString(),
      vouch: manifestOfVouch.version,
      database: isFile ? 'sqlite' : 'mongodb',
      files,
    })
    writeFileSync(path.join(working, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    rmSync(target, { recursive: true, force: true })
    // Whole or not there at all.
    renameSync(working, target)
    return manifest
  } catch (error) {
    rmSync(working, { recursive: true, force: true })
    throw error
  }
}

function copyPlain(dataDir: string, working: string, file: string): void {
  const to = path.join(working, SECRETS.includes(file) ? `${KEYS}/${file}` : file)
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 })
  try {
    copyWhole(path.join(dataDir, file), to)
  } catch (error) {
    // An upload that was removed meanwhile belongs to no backup.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
