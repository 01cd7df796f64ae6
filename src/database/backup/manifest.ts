import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { VouchError } from '../../errors'
import { sha256 } from '../../governance/hash'

export const MANIFEST = 'manifest.json'
/** Where what opens everything lies in a backup, so that it can be kept apart. */
export const KEYS = 'keys'
/** What opens everything, by the names that it has in a data directory. */
export const SECRETS: readonly string[] = ['audit.key', 'secret']

/** A path inside a backup: no way out of it. */
const inside = z
  .string()
  .regex(/^[^/\\\0]+(?:\/[^/\\\0]+)*$/)
  .refine((file) => !file.split('/').some((part) => part === '.' || part === '..'))

const manifestSchema = z.object({
  format: z.literal('vouch-backup-1'),
  at: z.iso.datetime(),
  vouch: z.string(),
  database: z.enum(['sqlite', 'mongodb']),
  files: z.array(
    z.object({
      path: inside,
      size: z.number().int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** Over all of the above. */
  hash: z.string(),
})
export type Manifest = z.infer<typeof manifestSchema>
export type BackedUpFile = Manifest['files'][number]

/** Gives a manifest its hash. */
export function sealManifest(manifest: Omit<Manifest, 'hash'>): Manifest {
  return { ...manifest, hash: sha256(canonicalize(manifest) ?? '') }
}

/** Reads the manifest of a backup. @throws {VouchError} where there is none, or it was changed. */
export function readManifest(folder: string): Manifest {
  const file = path.join(folder, MANIFEST)
  const damaged = `${folder} is no whole backup: its ${MANIFEST} is missing or damaged. Take another one.`
  try {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    const { hash, ...rest } = manifest
    if (hash !== sealManifest(rest).hash) throw new VouchError(damaged)
    return manifest
  } catch {
    throw new VouchError(damaged)
  }
}

/** What the manifest keeps of a file. */
export async function describeFile(folder: string, file: string): Promise<BackedUpFile> {
  const full = path.join(folder, file)
  const hash = createHash('sha256')
  await pipeline(createReadStream(full), hash)
  return { path: file, size: (await stat(full)).size, sha256: hash.digest('hex') }
}

/** Which files of a backup are gone or altered, a sentence each. @param except those that may be kept elsewhere. */
export async function damageOf(
  folder: string,
  { files }: Pick<Manifest, 'files'>,
  { except = () => false }: { except?: (file: string) => boolean } = {},
): Promise<string[]> {
  const damage: string[] = []
  for (const wanted of files) {
    const found = await describeFile(folder, wanted.path).catch(() => null)
    if (!found && except(wanted.path)) continue
    if (!found) damage.push(`${wanted.path} is gone.`)
    else if (found.sha256 !== wanted.sha256) damage.push(`${wanted.path} is not what was backed up.`)
  }
  return damage
}
