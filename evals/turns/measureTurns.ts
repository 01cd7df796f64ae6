import { isForAPerson, TURN_LABELS } from '../../src/answer/turn/labels'
import { decideBefore } from '../../src/answer/preRetrievalDecision'
import { anonymousTurn } from '../../src/answer/anonymousTurn'
import { readTurnWith } from '../../src/answer/turn/readTurn'
import { suspectedDanger } from '../../src/answer/turn/suspectedDanger'
import type { ReadTurn } from '../../src/answer/turn/turnDecision'
import type { Decision } from '../../src/answer/types'
import type { TurnModel, TurnThresholds } from '../../src/answer/turn/turnModel'
import { turnOf } from './fitTurnModel'
import type { Utterance } from './utterances'

export interface ReadUtterance extends Utterance {
  read: ReadTurn
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
  /** As if no text had an answer to any: those that need a person and get one then, and the others that do. */
  ifUnanswered: { recall: Share; needlessly: Share }
  byLabel: Record<string, { recall: Share; handedOver: Share }>
  byLanguage: Record<string, { precision: Share; recall: Share }>
}

/** What the model makes of each message. @param vectors of texts, by the embedding model that it was fitted with. */
export const readTurns = (
  model: TurnModel,
  utterances: readonly Utterance[],
  vectors: ReadonlyMap<string, Float32Array> = new Map(),
): Promise<ReadUtterance[]> =>
  Promise.all(
    utterances.map(async (utterance) => ({
      ...utterance,
      read: await readTurnWith(model, turnOf(utterance), async (texts) => {
        const known = texts.flatMap((text) => vectors.get(text) ?? [])
        return model.withVector && known.length === texts.length
          ? { model: model.withVector.embeddingModel, vectors: known }
          : null
      }),
    })),
  )

/** What is decided before anything is looked up, as for customers: by patterns and by what the turn was read as. */
export const decisionOn = (
  { read, ...utterance }: ReadUtterance,
  thresholds: TurnThresholds,
): Decision | null => decideBefore(anonymousTurn(turnOf(utterance)), { ...read, thresholds })

/** What may as well be for a person is wrong neither way. */
export const mayBeForAPerson = ({ label, also }: Pick<Utterance, 'label' | 'also'>): boolean =>
  isForAPerson(label) || also.some(isForAPerson)

/** Whether a message only looks like one for a person. */
export const isLookalike = (each: Pick<Utterance, 'label' | 'also' | 'lookalike_of'>): boolean =>
  each.lookalike_of !== null && isForAPerson(each.lookalike_of) && !mayBeForAPerson(each)

/** How well a person is called: for whom one is needed, and for whom not. */
export function measureTurns(utterances: readonly ReadUtterance[], thresholds: TurnThresholds): TurnReport {
  const judged = utterances.map((utterance) => {
    const { label, also, lang, read } = utterance
    const likeliest = read.found[0]!.label
    const decision = decisionOn(utterance, thresholds)
    return {
      label,
      lang,
      lookalike: isLookalike(utterance),
      needs: isForAPerson(label),
      may: mayBeForAPerson(utterance),
      handed: decision?.outcome === 'escalated',
      handedLater:
        decision?.outcome === 'escalated' ||
        (decision === null &&
          suspectedDanger({ ...read, thresholds }, { question: utterance.text }) !== null),
      as: likeliest === label || also.includes(likeliest),
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
    messages: utterances.length,
    person: person(judged),
    lookalikesHandedOver: shareOf(
      judged.filter(({ lookalike }) => lookalike),
      ({ handed }) => handed,
    ),
    ifUnanswered: {
      recall: shareOf(
        judged.filter(({ needs }) => needs),
        ({ handedLater }) => handedLater,
      ),
      needlessly: shareOf(
        judged.filter(({ may }) => !may),
        ({ handedLater }) => handedLater,
      ),
    },
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
