import { classifyTurn, type LabelProbability, type ReadableTurn } from './classifyTurn'
import { earlierTurns } from './earlierTurns'
import { partsOfTurn } from './partsOfTurn'
import type { ReadTurn } from './turnDecision'
import type { TurnModel } from './turnModel'

/** Vectors of texts in their order, by the model that is named; null where there are none to be had. */
export type EmbedTexts = (
  texts: readonly string[],
) => Promise<{ model: string; vectors: readonly Float32Array[] } | null>

/** The texts whose vectors reading a turn needs. */
export const textsRead = (turn: ReadableTurn): string[] => [
  turn.question,
  ...partsOfTurn(turn.question, turn.locale),
  ...earlierTurns(turn),
]

/** Reads a turn whole, in parts where it is long, and what the customer said before it, where that can be read by its meaning. */
export async function readTurnWith(
  model: TurnModel,
  turn: ReadableTurn,
  embed: EmbedTexts,
): Promise<ReadTurn> {
  const { question, locale } = turn
  const parts = partsOfTurn(question, locale)
  const before = earlierTurns(turn)
  const embedded = await embed([question, ...parts, ...before])
  const byMeaning = embedded !== null && embedded.model === model.withVector?.embeddingModel
  const read = (text: ReadableTurn, at: number): LabelProbability[] => {
    const vector = embedded?.vectors[at]
    return classifyTurn(model, text, embedded && vector ? { model: embedded.model, vector } : null)
  }
  const alone = (text: string, at: number) => read({ question: text, messages: [], locale }, at)
  return {
    found: read(turn, 0),
    parts: parts.map((text, i) => alone(text, 1 + i)),
    // Out of what was said before, words alone are taken for too much.
    earlier: new Map(
      byMeaning ? before.map((text, i) => [text, alone(text, 1 + parts.length + i)] as const) : [],
    ),
    byMeaning,
    thresholds: model.thresholds,
  }
}
