import { classifyTurn, type LabelProbability } from '../../src/answer/turn/classifyTurn'
import { isForAPerson, TURN_LABELS, type TurnLabel } from '../../src/answer/turn/labels'
import { decideByPatterns, decideByReading } from '../../src/answer/preRetrievalDecision'
import { anonymousTurn } from '../../src/answer/anonymousTurn'
import type { Decision } from '../../src/answer/types'
import type { TurnModel, TurnThresholds } from '../../src/answer/turn/turnModel'
import { turnOf, type EmbeddedUtterance } from './fitTurnModel'

export interface ReadUtterance extends EmbeddedUtterance {
  found: LabelProbability[]
}

export interface Share {
  /** Null of none. */
  value: number | null
  of: number
  /** 95 %, by Wilson (1927). */
  interval: [number, number] | null
}

export interface TurnReport {
  messages: number
  person: { precision: Share; recall: Share }
  lookalikesHandedOver: Share
  byLabel: Record<string, { recall: Share; handedOver: Share }>
  byLanguage: Record<string, { precision: Share; recall: Share }>
}

/** What the model makes of each message. */
export const readTurns = (model: TurnModel, utterances: readonly EmbeddedUtterance[]): ReadUtterance[] =>
  utterances.map((utterance) => ({
    ...utterance,
    found: classifyTurn(
      model,
      turnOf(utterance),
      utterance.vector && model.withVector
        ? { model: model.withVector.embeddingModel, vector: utterance.vector }
        : null,
    ),
  }))

/** What is decided before anything is looked up, as for customers: by patterns, else by what the turn was read as. */
export function decisionOn(
  { found, ...utterance }: ReadUtterance,
  thresholds: TurnThresholds,
): Decision | null {
  return decideByPatterns(anonymousTurn(turnOf(utterance))) ?? decideByReading({ found, thresholds })
}

/** How well a person is called: for whom one is needed, and for whom not. */
export function measureTurns(read: readonly ReadUtterance[], thresholds: TurnThresholds): TurnReport {
  const judged = read.map((utterance) => {
    const { label, also, lookalike_of, lang, found } = utterance
    const decision = decisionOn(utterance, thresholds)
    return {
      label,
      lang,
      lookalike: lookalike_of !== null && isForAPerson(lookalike_of),
      needs: isForAPerson(label),
      // What may as well be for a person is wrong neither way.
      may: isForAPerson(label) || also.some(isForAPerson),
      handed: decision?.outcome === 'escalated',
      as: found[0]?.label === label || also.includes(found[0]?.label as TurnLabel),
    }
  })
  type Judged = (typeof judged)[number]
  const person = (rows: Judged[]) => ({
    precision: shareOf(
      rows.filter(({ handed }) => handed),
      ({ may }) => may,
    ),
    recall: shareOf(
      rows.filter(({ needs }) => needs),
      ({ handed }) => handed,
    ),
  })
  const languages = [...new Set(judged.map(({ lang }) => lang))].toSorted()
  return {
    messages: read.length,
    person: person(judged),
    lookalikesHandedOver: shareOf(
      judged.filter(({ lookalike, may }) => lookalike && !may),
      ({ handed }) => handed,
    ),
    byLabel: Object.fromEntries(
      TURN_LABELS.map((label) => {
        const rows = judged.filter((row) => row.label === label)
        return [
          label,
          { recall: shareOf(rows, ({ as }) => as), handedOver: shareOf(rows, ({ handed }) => handed) },
        ]
      }),
    ),
    byLanguage: Object.fromEntries(
      languages.map((language) => [language, person(judged.filter(({ lang }) => lang === language))]),
    ),
  }
}

const Z = 1.96

function shareOf<Row>(rows: readonly Row[], is: (row: Row) => boolean): Share {
  const of = rows.length
  if (of === 0) return { value: null, of, interval: null }
  const value = rows.filter(is).length / of
  const centre = (value + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of)
  const half = (Z * Math.sqrt((value * (1 - value)) / of + Z ** 2 / (4 * of ** 2))) / (1 + Z ** 2 / of)
  return { value, of, interval: [Math.max(0, centre - half), Math.min(1, centre + half)] }
}
