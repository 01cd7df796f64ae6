import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import PQueue from 'p-queue'
import type { EmbeddingModel } from '../types'
import { openVectorFile, type VectorFile } from './vectorFile'

interface CacheOptions {
  model: EmbeddingModel
  /** The libSQL file that keeps passages' vectors; several models and processes may share it. */
  file: string
  /** Questions kept in memory. */
  rememberQueries?: number
  /** Told once for each kind of failure of the file; the model works on without it. */
  onFailure?: (message: string) => void
}

/** Passages embedded and stored at once, as a remote model takes them: an interruption loses little work. */
const BATCH = 96
/** Batches under way at once, as a remote model takes them. */
const CONCURRENCY = 4

/**
 * The same model, which embeds the same passage only once: passages' vectors are kept by (model id, hash of the text).
 * Questions are remembered in memory only: they are people's words and not ours to keep. A cache that fails costs time,
 * never an answer.
 */
export function createCachedModel(options: CacheOptions): EmbeddingModel {
  const { model, file, rememberQueries = 500, onFailure } = options
  mkdirSync(path.dirname(file), { recursive: true })
  const stored = openVectorFile({ file, modelId: model.id, dimensions: model.dimensions, onFailure })
  const queries = new Map<string, Float32Array>()
  return {
    id: model.id,
    dimensions: model.dimensions,
    ...(model.languages && { languages: model.languages }),
    embed: (texts, kind) =>
      kind === 'query'
        ? embedQueries(model, queries, rememberQueries, texts)
        : embedPassages(model, stored, texts),
    remembered: async (texts) => {
      const keys = texts.map(keyOf)
      const known = await stored.read([...new Set(keys)])
      return keys.map((key) => known.get(key) ?? null)
    },
    forget: async (texts) => {
      queries.clear()
      await stored.forget([...new Set(texts.map(keyOf))])
    },
    ...(model.usage && { usage: () => model.usage!() }),
    async close() {
      await stored.close()
      await model.close?.()
    },
  }
}

const keyOf = (text: string) => createHash('sha256').update(text).digest('hex')

async function embedPassages(model: EmbeddingModel, stored: VectorFile, texts: string[]) {
  const vectors = new Map<string, Float32Array>()
  const keys = texts.map(keyOf)
  const textOf = new Map(keys.map((key, i) => [key, texts[i] ?? '']))
  const unique = [...textOf.keys()]
  const embedBatch = async (batch: string[]) => {
    for (const [key, vector] of await stored.read(batch)) vectors.set(key, vector)
    const missing = batch.filter((key) => !vectors.has(key))
    if (missing.length === 0) return
    const made = await model.embed(
      missing.map((key) => textOf.get(key) ?? ''),
      'passage',
    )
    const entries = missing.map((key, j): [string, Float32Array] => [key, made[j] ?? new Float32Array()])
    await stored.write(entries)
    for (const [key, vector] of entries) vectors.set(key, vector)
  }
  const queue = new PQueue({ concurrency: CONCURRENCY })
  const batches = Array.from({ length: Math.ceil(unique.length / BATCH) }, (_, i) =>
    unique.slice(i * BATCH, (i + 1) * BATCH),
  )
  try {
    await queue.addAll(batches.map((batch) => () => embedBatch(batch)))
  } finally {
    // After a failure what has not begun need not begin.
    queue.clear()
  }
  return keys.map((key) => vectors.get(key) ?? new Float32Array())
}

async function embedQueries(
  model: EmbeddingModel,
  known: Map<string, Float32Array>,
  capacity: number,
  texts: string[],
) {
  const found = new Map(texts.flatMap((text) => (known.has(text) ? [[text, known.get(text)!] as const] : [])))
  const missing = [...new Set(texts)].filter((text) => !found.has(text))
  const made = missing.length > 0 ? await model.embed(missing, 'query') : []
  missing.forEach((text, i) => found.set(text, made[i]!))
  for (const [text, vector] of found) {
    // Taken out and put in again: the first key of the map is the one not asked for longest.
    known.delete(text)
    known.set(text, vector)
    if (known.size > capacity) known.delete(known.keys().next().value!)
  }
  return texts.map((text) => found.get(text)!.slice())
}
