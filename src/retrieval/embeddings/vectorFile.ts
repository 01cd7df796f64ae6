import { pathToFileURL } from 'node:url'
import { createClient, type Client } from '@libsql/client'

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
  close(): void
}

const SCHEMA = `create table if not exists vectors (
  model text not null, text_hash text not null, vector blob not null, primary key (model, text_hash)) without rowid`

/** Opens the file on first use and again after a failure (a busy libSQL connection never recovers). */
export function openVectorFile({ file, modelId, dimensions, onFailure }: Options): VectorFile {
  let client: Client | null = null
  const reported = new Set<string>()

  const attempt = async <T>(act: (client: Client) => Promise<T>, otherwise: T) => {
    try {
      client ??= await open(file)
      return await act(client)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (!reported.has(message)) onFailure?.(`The embedding cache ${file} is not used: ${message}`)
      reported.add(message)
      client?.close()
      client = null
      return otherwise
    }
  }

  return {
    read: (keys) =>
      attempt(async (client) => {
        const { rows } = await client.execute({
          sql: 'select text_hash, vector from vectors where model = ? and text_hash in (select value from json_each(?))',
          args: [modelId, JSON.stringify(keys)],
        })
        const found = rows.map((row) => [String(row['text_hash']), toVector(row['vector'])] as const)
        return new Map(found.filter(([, vector]) => vector.length === dimensions))
      }, new Map()),
    write: (entries) =>
      attempt(async (client) => {
        await client.batch(
          entries.map(([key, vector]) => ({
            sql: 'insert or replace into vectors (model, text_hash, vector) values (?, ?, ?)',
            args: [modelId, key, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)],
          })),
          'write',
        )
      }, undefined),
    close: () => {
      client?.close()
      client = null
    },
  }
}

const toVector = (blob: unknown) =>
  blob instanceof ArrayBuffer && blob.byteLength % 4 === 0 ? new Float32Array(blob) : new Float32Array()

async function open(file: string) {
  const client = createClient({ url: pathToFileURL(file).href })
  try {
    // Short, for the wait holds the event loop.
    await client.execute('pragma busy_timeout = 50')
    await client.execute('pragma journal_mode = wal')
    await client.execute('pragma synchronous = normal')
    await client.execute(SCHEMA)
    return client
  } catch (error) {
    client.close()
    throw error
  }
}
