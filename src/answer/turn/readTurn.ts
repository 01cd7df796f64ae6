import { leansOnHistory } from '../rewrite'
import { classifyTurn, type LabelProbability, type ReadableTurn } from './classifyTurn'
import { earlierTurns } from './earlierTurns'
import { partsOfTurn } from './partsOfTurn'
import type { ReadTurn } from './turnDecision'
import type { TurnModel } from './turnModel'

/** Vectors of texts in their order, by the model that is named; null where there are none to be had. */
export type EmbedTexts = (
  texts: readonly string[],
) => Promise<{ model: string; vectors: readonly Float32Array[] } | null>

/** The texts whose vectors reading a turn needs: itself, its parts, what was said before it, and itself in context. */
export const textsRead = (turn: ReadableTurn): string[] => [
  turn.question,
  ...partsOfTurn(turn.question, turn.locale),
  ...earlierTurns(turn),
  ...inContextOf(turn),
]

/** A turn too short to stand alone, with the one before it, as one text; none where it stands alone or nothing was said. */
function inContextOf(turn: ReadableTurn): string[] {
  const [before] = earlierTurns(turn)
  return before !== undefined && leansOnHistory(turn.question, turn.locale)
    ? [`${before.replace(/[\s.]+$/, '')}. ${turn.question}`]
    : []
}

/**
 * Reads a turn whole, in parts where it is long, with the turn before it where it is short, and what the customer said before it,
 * where that can be read by its meaning.
 */
export async function readTurnWith(
  model: TurnModel,
  turn: ReadableTurn,
  embed: EmbedTexts,
): Promise<ReadTurn> {
  const { locale } = turn
  const parts = partsOfTurn(turn.question, locale)
  const before = earlierTurns(turn)
  const inContext = inContextOf(turn)
  const embedded = await embed(textsRead(turn))
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
    // Of two turns in one, words alone say too little.
    ...(byMeaning && inContext[0] && { inContext: alone(inContext[0], 1 + parts.length + before.length) }),
    byMeaning,
    thresholds: model.thresholds,
  }
}
