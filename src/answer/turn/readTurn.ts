import { classifyTurn, type LabelProbability, type ReadableTurn } from './classifyTurn'
import { earlierTurns } from './earlierTurns'
import { partsOfTurn } from './partsOfTurn'
import type { ReadTurn } from './turnDecision'
import type { TurnModel } from './turnModel'

type Embedded = { model: string; vector: Float32Array } | null

/** The texts whose vectors reading a turn needs. */
export const textsRead = (turn: ReadableTurn): string[] => [
  turn.question,
  ...partsOfTurn(turn.question, turn.locale),
  ...earlierTurns(turn),
]

/**
 * Reads a turn whole, in parts where it is long, and what the customer said before it.
 * @param embed the vector of a text; null where there is none to be had.
 */
export async function readTurnWith(
  model: TurnModel,
  turn: ReadableTurn,
  embed: (text: string) => Promise<Embedded>,
): Promise<ReadTurn> {
  const { question, locale } = turn
  const alone = async (text: string): Promise<LabelProbability[]> =>
    classifyTurn(model, { question: text, messages: [], locale }, await embed(text))
  const vector = await embed(question)
  const parts = await Promise.all(partsOfTurn(question, locale).map(alone))
  const before = earlierTurns(turn)
  const earlier = await Promise.all(before.map(async (text) => [text, await alone(text)] as const))
  return {
    found: classifyTurn(model, turn, vector),
    parts,
    earlier: new Map(earlier),
    byMeaning: vector !== null && vector.model === model.withVector?.embeddingModel,
    thresholds: model.thresholds,
  }
}
