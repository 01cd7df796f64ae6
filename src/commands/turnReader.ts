import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readTurnWith } from '../answer/turn/readTurn'
import type { ReadTurn } from '../answer/turn/turnDecision'
import { parseTurnModel, type TurnModel } from '../answer/turn/turnModel'
import type { Turn } from '../answer/types'
import type { EmbeddingModel } from '../retrieval/types'

const FILE = 'src/answer/turn/model.json'
let fitted: TurnModel | undefined

/**
 * The classifier of turns that ships, parsed once for a process. Read and not imported: a bundler puts its four megabytes into
 * every route that answers, and takes minutes for it.
 * @throws when it is not there or is none; patterns then stand alone.
 */
export const turnModel = (): TurnModel =>
  (fitted ??= parseTurnModel(
    JSON.parse(readFileSync(path.resolve(/* turbopackIgnore: true */ process.cwd(), FILE), 'utf8')),
  ))

/** Names it for a receipt; null where it cannot be read, and patterns alone decided. */
export function turnModelId(): string | null {
  try {
    return turnModel().id
  } catch {
    return null
  }
}

/**
 * Reads a turn with the classifier that ships: with vectors where the embedding model is the one that it was fitted with, else
 * by its words alone. An embedder that is down costs no more than the vectors.
 */
export const turnReader =
  (embeddings: EmbeddingModel | null) =>
  (turn: Turn): Promise<ReadTurn> => {
    const model = turnModel()
    const usable = embeddings && embeddings.id === model.withVector?.embeddingModel ? embeddings : null
    return readTurnWith(model, turn, async (texts) => {
      const vectors = await usable?.embed([...texts], 'query').catch(() => null)
      return usable && vectors ? { model: usable.id, vectors } : null
    })
  }
