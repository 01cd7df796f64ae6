import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { VouchError } from '../errors'
import { auditKeyOf, type AuditKey, type FindAuditKey } from '../governance/auditKey'

/** The keys of the audit chain, the present one and those before it. */
export interface AuditKeys {
  current: () => AuditKey
  find: FindAuditKey
  /** Makes a new key; the old ones stay, to check older rows. @throws {VouchError} for keys from the settings. */
  rotate: () => AuditKey
}

/** Where the keys come from. */
interface KeySettings {
  /** One or more with commas, the newest first. */
  VOUCH_AUDIT_KEY?: string | undefined
  databaseUri: string
  dataDir: string
}

/**
 * The keys of `VOUCH_AUDIT_KEY`, else those in the file `audit.key` of the data directory, made at the first start.
 * @throws {VouchError} with a database of its own host, where every process must be given the same key.
 */
export function openAuditKeys({ VOUCH_AUDIT_KEY, databaseUri, dataDir }: KeySettings): AuditKeys {
  if (VOUCH_AUDIT_KEY) return keysOf(VOUCH_AUDIT_KEY.split(',').map((each) => auditKeyOf(each.trim())))
  if (!databaseUri.startsWith('file:'))
    throw new VouchError(
      'Settings cannot be used. VOUCH_AUDIT_KEY: set it (32 characters or more) when DATABASE_URI is not a file (see .env.example)',
    )
  return keysInFile(path.join(dataDir, 'audit.key'))
}

function keysOf(keys: readonly AuditKey[]): AuditKeys {
  const [first] = keys
  if (!first) throw new VouchError('VOUCH_AUDIT_KEY names no key.')
  return {
    current: () => first,
    find: (id) => keys.find((key) => key.id === id) ?? null,
    rotate: () => {
      throw new VouchError(
        'The key of the audit chain is in VOUCH_AUDIT_KEY. Put a new one in front of it, with a comma between, and restart every process: the old one stays, to check older rows.',
      )
    },
  }
}

/** A line a key, the newest last. Read again when it has changed: another process may have rotated it. */
function keysInFile(file: string): AuditKeys {
  let read: { mtimeMs: number; keys: AuditKey[] } | null = null
  const keys = (): AuditKey[] => {
    const found = statSync(file, { throwIfNoEntry: false })
    // Another one would go on where nobody could check it.
    if (!found && read)
      throw new VouchError(`${file} is gone. Bring it back: nothing is recorded without it.`)
    const { mtimeMs } = found ?? makeFile(file)
    if (read?.mtimeMs !== mtimeMs) read = { mtimeMs, keys: parse(file) }
    return read.keys
  }
  return {
    current: () => {
      const last = keys().at(-1)
      if (!last) throw new VouchError(`${file} holds no key. Bring back the file that was there.`)
      return last
    },
    find: (id) => keys().find((key) => key.id === id) ?? null,
    rotate: () => {
      keys()
      const made = randomBytes(32).toString('hex')
      appendFileSync(file, `${made}\n`, { mode: 0o600 })
      read = null
      return auditKeyOf(made)
    },
  }
}

const parse = (file: string): AuditKey[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => auditKeyOf(line.trim()))

function makeFile(file: string): { mtimeMs: number } {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return statSync(file)
}

/** The keys that this process's database adapter was opened with. */
export function auditKeysOf({ db }: Pick<Payload, 'db'>): AuditKeys {
  return (db as unknown as { auditKeys: AuditKeys }).auditKeys
}
