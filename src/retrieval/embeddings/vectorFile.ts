import { pathToFileURL } from 'node:url'
import { createConnections } from '../connections.mjs'

interface Options {
  file: string
  modelId: string
  dimensions: number
  onFailure?: (message: string) => void
}

/** Vectors by key in a libSQL file. Neither call throws: what cannot be read is missing, what cannot be written is lost. */
export interface VectorFile {
  read(keys: string[]): Promise<Map<string, Float32Array>>
  write(entries: [string, Float32Array][]): Promise<void>
  /** Deletes them, of every model, so that the file does not hold them any more. @throws where it cannot. */
  forget(keys: string[]): Promise<void>
  close(): Promise<void>
}

const SCHEMA = `create table if not exists vectors (
  model text not null, text_hash text not null, vector blob not null, primary key (model, text_hash)) without rowid`
/** Another process's lock is waited for no longer than embedding anew may take. */
const LOCK_MS = 1_000

/** Made on first use. What was written outlives a killed process and a power cut; processes may share the file. */
export function openVectorFile({ file, modelId, dimensions, onFailure }: Options): VectorFile {
  const connections = createConnections({ url: pathToFileURL(file).href, lockMs: LOCK_MS })
  const reported = new Set<string>()
  let ready: Promise<void> | null = null

  const attempt = async <T>(act: () => Promise<T>, otherwise: T) => {
    try {
      await (ready ??= makeTable(connections))
      return await act()
    } catch (error) {
      ready = null
      const message = error instanceof Error ? error.message : String(error)
      if (!reported.has(message)) onFailure?.(`The embedding cache ${file} is not used: ${message}`)
      reported.add(message)
      return otherwise
    }
  }

  return {
    read: (keys) =>
      attempt(async () => {
        const { rows } = await connections.read({
          sql: 'select text_hash, vector from vectors where model = ? and text_hash in (select value from json_each(?))',
          args: [modelId, JSON.stringify(keys)],
        })
        const found = rows.map((row) => [String(row['text_hash']), toVector(row['vector'])] as const)
        return new Map(found.filter(([, vector]) => vector.length === dimensions))
      }, new Map()),
    write: (entries) =>
      attempt(
        () =>
          connections.write(async (run) => {
            for (const [key, vector] of entries)
              await run({
                sql: 'insert or replace into vectors (model, text_hash, vector) values (?, ?, ?)',
                args: [modelId, key, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)],
              })
          }),
        undefined,
      ),
    forget: async (keys) => {
      await (ready ??= makeTable(connections))
      await connections.write(async (run) => {
        await run('pragma secure_delete = on')
        await run({
          sql: 'delete from vectors where text_hash in (select value from json_each(?))',
          args: [JSON.stringify(keys)],
        })
      })
      await connections.read('pragma wal_checkpoint(truncate)')
    },
    close: () => connections.close(),
  }
}

/** Looks first, for a reader needs no lock. */
async function makeTable({ read, write }: ReturnType<typeof createConnections>) {
  const { rows } = await read("select 1 from sqlite_master where name = 'vectors'")
  if (rows.length === 0) await write(async (run) => void (await run(SCHEMA)))
}

const toVector = (blob: unknown) =>
  blob instanceof ArrayBuffer && blob.byteLength % 4 === 0 ? new Float32Array(blob) : new Float32Array()
