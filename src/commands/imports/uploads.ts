import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { VouchError } from '../../errors'

/** What one person may bring in at once. */
export const UPLOAD_LIMITS = { files: 50, fileBytes: 50 * 1024 * 1024, batchBytes: 200 * 1024 * 1024 }
/** What nobody made drafts of is thrown away. */
const KEPT_MS = 24 * 60 * 60 * 1000

/** Files that are brought in together, by one person. */
export interface Batch {
  dataDir: string
  /** Chosen by the browser: a UUID. */
  batch: string
  /** Whose it is; nobody else finds it. */
  owner: string
}

/** A file cannot be taken. `tooLarge`: it, or all of them together, are more than is read at once. */
export class UploadRefused extends VouchError {
  override name = 'UploadRefused'
  constructor(
    readonly because: 'too_large' | 'too_many' | 'unknown',
    message: string,
  ) {
    super(message)
  }
}

const BATCH = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

const folderOf = ({ dataDir, batch }: Batch): string => {
  if (!BATCH.test(batch)) throw unknown()
  return path.join(dataDir, 'imports', batch)
}

const unknown = () =>
  new UploadRefused(
    'unknown',
    'These files are no longer here: they are kept for a day. Bring them in again.',
  )

/**
 * Writes a file to the data directory as it arrives.
 * @returns its id within the batch, and where it is.
 * @throws {UploadRefused} when it is more than is read at once; nothing of it is kept then.
 */
export const receiveFile = async (
  batch: Batch,
  body: AsyncIterable<Uint8Array>,
): Promise<{ id: string; file: string }> => {
  const folder = folderOf(batch)
  await claim(batch, folder)
  const kept = await sizesIn(folder)
  if (kept.length >= UPLOAD_LIMITS.files)
    throw new UploadRefused('too_many', `At most ${UPLOAD_LIMITS.files} files are brought in at once.`)
  const left = UPLOAD_LIMITS.batchBytes - kept.reduce((all, size) => all + size, 0)
  const id = randomUUID()
  const file = path.join(folder, `${id}.file`)
  try {
    await writeUpTo(file, body, Math.min(left, UPLOAD_LIMITS.fileBytes))
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
  return { id, file }
}

/** Keeps what a file was read as until drafts are made of it. */
export const keepRead = (batch: Batch, id: string, read: unknown): Promise<void> =>
  writeFile(path.join(folderOf(batch), `${id}.json`), JSON.stringify(read), { mode: 0o600 })

/** What each file of a batch was read as, by its id. @throws {UploadRefused} when there is no such batch. */
export const readBatch = async (batch: Batch): Promise<Map<string, unknown>> => {
  const folder = folderOf(batch)
  if ((await ownerOf(folder)) !== batch.owner) throw unknown()
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const entries = await Promise.all(
    names.map(async (name) => {
      const read: unknown = JSON.parse(await readFile(path.join(folder, name), 'utf8'))
      return [name.slice(0, -'.json'.length), read] as const
    }),
  )
  return new Map(entries)
}

/** Throws away what is older than a day. */
export const clearOldUploads = async (dataDir: string, now: number): Promise<void> => {
  const root = path.join(dataDir, 'imports')
  for (const name of await readdir(root).catch(() => [])) {
    const folder = path.join(root, name)
    const found = await stat(folder).catch(() => null)
    if (found && now - found.mtimeMs > KEPT_MS) await rm(folder, { recursive: true, force: true })
  }
}

const claim = async (batch: Batch, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const options = { mode: 0o600, flag: 'wx' }
  await writeFile(path.join(folder, 'owner'), batch.owner, options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  if ((await ownerOf(folder)) !== batch.owner) throw unknown()
}

const ownerOf = (folder: string): Promise<string | null> =>
  readFile(path.join(folder, 'owner'), 'utf8').catch(() => null)

const sizesIn = async (folder: string): Promise<number[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.file'))
  return Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).size))
}

const writeUpTo = (file: string, body: AsyncIterable<Uint8Array>, most: number): Promise<void> =>
  pipeline(
    body,
    async function* (parts: AsyncIterable<Uint8Array>) {
      let size = 0
      for await (const part of parts) {
        size += part.byteLength
        if (size > most) throw tooLarge(most)
        yield part
      }
    },
    createWriteStream(file, { mode: 0o600, flags: 'wx' }),
  )

const tooLarge = (most: number) =>
  new UploadRefused(
    'too_large',
    `The file is larger than ${Math.floor(most / 1024 / 1024)} MB, the most that is left for this import. Split it, or bring it in by itself.`,
  )
