import file from '../answer/turn/model.json'
import { classifyTurn } from '../answer/turn/classifyTurn'
import type { ReadTurn } from '../answer/turn/turnDecision'
import { parseTurnModel, type TurnModel } from '../answer/turn/turnModel'
import type { Turn } from '../answer/types'
import type { EmbeddingModel } from '../retrieval/types'

let fitted: TurnModel | undefined

/** The classifier of turns that ships, parsed once for a process. */
export const turnModel = (): TurnModel => (fitted ??= parseTurnModel(file))

/**
 * Reads a turn with the classifier that ships: with the question's vector where the embedding model is the one that it was
 * fitted with, else by its words alone. An embedder that is down costs no more than the vector.
 */
export const turnReader =
  (embeddings: EmbeddingModel | null) =>
  async (turn: Turn): Promise<ReadTurn> => {
    const model = turnModel()
    const usable = embeddings && embeddings.id === model.withVector?.embeddingModel ? embeddings : null
    const [vector] = usable ? await usable.embed([turn.question], 'query').catch(() => []) : []
    const embedded = usable && vector ? { model: usable.id, vector } : null
    return { found: classifyTurn(model, turn, embedded), thresholds: model.thresholds }
  }
