import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { VouchError } from '../../errors'
import { fileOf } from '../libsqlConnection'
import type { Installed } from './backUp'
import { damageOf, describeFile, KEYS, readManifest, SECRETS, type Manifest } from './manifest'
import { ARCHIVE, restoreMongodb } from './mongodbTools'
import { copyWhole, isInUse, isWhole } from './sqliteFiles'

export interface Restored {
  manifest: Manifest
  /** Where what was there before lies now; null where nothing was. */
  before: string | null
  /** Keys that the backup did not bring and that are not set otherwise. */
  missing: string[]
}

interface RestoreOptions {
  /** Where the keys lie, when they were kept apart from the backup. */
  keys?: string
  /** What is there already is put aside. */
  replace?: boolean
  /** Files that the settings stand in for. */
  given?: readonly string[]
}

/**
 * Puts a backup in place of a data directory: only a whole one, and only where no process has the database open. The
 * database comes last, so that what is cut short is no installation.
 * @throws {VouchError} saying what is damaged, in use or in the way; nothing was changed then.
 */
export async function restore(
  { dataDir, databaseUri }: Installed,
  folder: string,
  { keys, replace = false, given = [] }: RestoreOptions = {},
): Promise<Restored> {
  const manifest = readManifest(folder)
  await refuseDamaged(folder, manifest)
  const isFile = databaseUri.startsWith('file:')
  if (isFile !== (manifest.database === 'sqlite'))
    throw new VouchError(
      `This is a backup of ${isFile ? 'MongoDB' : 'SQLite'}, and DATABASE_URI names ${isFile ? 'a file' : 'MongoDB'}. Set it to what was backed up.`,
    )
  if (!isFile && !replace)
    throw new VouchError(
      'This drops what is in the database that DATABASE_URI names. Add --replace to do so.',
    )
  const database = isFile ? path.resolve(fileOf(databaseUri)) : null
  const there = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name !== '.restoring') : []
  if (database) await refuseUsed(database, { dataDir, there, replace })
  const staging = path.join(dataDir, '.restoring')
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true, mode: 0o700 })
  await stage({ folder, staging, manifest, keys })
  const before = putAside({ dataDir, there, database })
  if (!isFile) await restoreMongodb(databaseUri, folder)
  const missing = SECRETS.filter((name) => !given.includes(name) && !existsSync(path.join(staging, name)))
  for (const name of readdirSync(staging).toSorted(
    (a, b) => Number(a === 'vouch.db') - Number(b === 'vouch.db'),
  ))
    renameSync(
      path.join(staging, name),
      name === 'vouch.db' && database ? database : path.join(dataDir, name),
    )
  rmSync(staging, { recursive: true, force: true })
  return { manifest, before, missing }
}

async function refuseDamaged(folder: string, manifest: Manifest): Promise<void> {
  const damage = await damageOf(folder, manifest, { except: (file) => file.startsWith(`${KEYS}/`) })
  for (const { path: file } of manifest.files)
    if (file.endsWith('.db') && !damage.length && !(await isWholeCopy(folder, file)))
      damage.push(`${file} is not a whole database.`)
  if (damage.length)
    throw new VouchError(`${folder} is damaged, and nothing was restored. ${damage.slice(0, 5).join(' ')}`)
}

/** Looking into a database may leave files beside it, which do not belong to a backup. */
async function isWholeCopy(folder: string, file: string): Promise<boolean> {
  const full = path.join(folder, file)
  const whole = await isWhole(full)
  for (const end of ['-wal', '-shm']) rmSync(`${full}${end}`, { force: true })
  return whole
}

async function refuseUsed(
  database: string,
  { dataDir, there, replace }: { dataDir: string; there: string[]; replace: boolean },
): Promise<void> {
  const databases = [
    database,
    ...there.filter((name) => name.endsWith('.db')).map((name) => path.join(dataDir, name)),
  ]
  for (const file of databases)
    if (await isInUse(file))
      throw new VouchError(
        `${file} is in use. Stop every Vouch process that works on ${dataDir}, and try again.`,
      )
  if ((there.length || existsSync(database)) && !replace)
    throw new VouchError(
      `${dataDir} is not empty. Name an empty VOUCH_DATA_DIR, or add --replace to put what is there aside.`,
    )
}

/** Copies everything beside its place, and checks each copy. */
async function stage(o: {
  folder: string
  staging: string
  manifest: Manifest
  keys: string | undefined
}): Promise<void> {
  for (const wanted of o.manifest.files) {
    const isKey = wanted.path.startsWith(`${KEYS}/`)
    const name = isKey ? path.basename(wanted.path) : wanted.path
    if (name === ARCHIVE) continue
    const from = isKey && o.keys ? path.join(o.keys, name) : path.join(o.folder, wanted.path)
    if (isKey && !existsSync(from)) continue
    mkdirSync(path.dirname(path.join(o.staging, name)), { recursive: true, mode: 0o700 })
    copyWhole(from, path.join(o.staging, name))
    const copied = await describeFile(o.staging, name)
    if (copied.sha256 === wanted.sha256) continue
    rmSync(o.staging, { recursive: true, force: true })
    throw new VouchError(`${from} is not what was backed up; nothing was restored.`)
  }
}

function putAside(o: { dataDir: string; there: readonly string[]; database: string | null }): string | null {
  const name = `.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
  const old = o.there.filter((each) => !each.startsWith('.before-'))
  const before = path.join(o.dataDir, name)
  if (old.length) mkdirSync(before, { mode: 0o700 })
  for (const each of old) renameSync(path.join(o.dataDir, each), path.join(before, each))
  // A database that lies elsewhere is put aside where it lies.
  const elsewhere = ['', '-wal', '-shm']
    .map((end) => `${o.database}${end}`)
    .filter((file) => o.database && existsSync(file))
  for (const file of elsewhere) renameSync(file, `${file}${name}`)
  return old.length ? before : elsewhere[0] ? `${elsewhere[0]}${name}` : null
}
