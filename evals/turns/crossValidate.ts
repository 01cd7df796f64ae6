import { ASIDE, escalationsRead, NOT_TO_BE_MISSED, share } from '../../src/answer/turn/turnDecision'
import { isForAPerson, type TurnLabel } from '../../src/answer/turn/labels'
import type { TurnThresholds } from '../../src/answer/turn/turnModel'
import type { Outcome } from '../../src/vocabulary'
import { DEFAULT_THRESHOLDS, fitTurnModel, type EmbeddedUtterance } from './fitTurnModel'
import { decisionOn, isLookalike, mayBeForAPerson, readTurns, type ReadUtterance } from './measureTurns'

const FOLDS = 4

/** Every message read by a model that saw none of its domain: what can be expected of customers of a company not yet seen. */
export async function readHeldOut(o: {
  utterances: readonly EmbeddedUtterance[]
  embeddingModel: { id: string; dimensions: number } | null
  /** Of the messages, their parts and what was said before them. */
  vectors: ReadonlyMap<string, Float32Array>
  onFold?: (done: number, of: number) => void
}): Promise<ReadUtterance[]> {
  const { utterances, embeddingModel, vectors, onFold = () => {} } = o
  const domains = [...new Set(utterances.map(({ domain }) => domain))].toSorted()
  const foldOf = new Map(domains.map((domain, i) => [domain, i % FOLDS]))
  const read: ReadUtterance[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = utterances.filter(({ domain }) => foldOf.get(domain) === fold)
    const rest = utterances.filter(({ domain }) => foldOf.get(domain) !== fold)
    const model = fitTurnModel({ id: `fold ${fold}`, utterances: rest, embeddingModel, forMeasuring: true })
    read.push(...(await readTurns(model, held, vectors)))
    onFold(fold + 1, FOLDS)
  }
  return read
}

/** Of what is handed over, or taken for an aside, this share must be right. */
const PRECISION = { person: 0.93, aside: 0.97 }
/** The share of look-alikes that may be handed over. */
const LOOKALIKES = 0.03
/** How much sooner one danger is believed than the others: the more a miss may cost. Unsure means a person. */
const SOONER: Partial<Record<TurnLabel, number>> = { self_harm: 0.5, bereavement: 1.1, vulnerability: 1.2 }
/** Patterns were written with the messages at hand that are measured here: only what is hardly for a person is a slip. */
const VETO = 0.06

const ONE_DANGER = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4]
const ALL_DANGERS = [0.3, 0.35, 0.4, 0.45, 0.5, 0.6]
/** In fine steps: from one look-alike to the next it decides most. */
const A_PERSON = Array.from({ length: 41 }, (_, i) => 0.45 + i / 100)

/**
 * The thresholds with which most of those who need a person get one, while what is handed over, for whatever cause, is right often
 * enough, look-alikes too: tried on messages that were not fitted on.
 */
export function chooseThresholds(read: readonly ReadUtterance[]): TurnThresholds {
  const never = { ...DEFAULT_THRESHOLDS, person: 1, danger: 1, aside: 1, veto: VETO }
  const judged = read.map((each) => ({ ...each, decided: decisionOn(each, never)?.outcome ?? null }))
  const aside = asideThreshold(read)
  let best = { recall: -1, thresholds: { ...never, aside } as TurnThresholds }
  for (const one of ONE_DANGER)
    for (const danger of ALL_DANGERS)
      for (const person of A_PERSON) {
        const labels = Object.fromEntries(
          [...NOT_TO_BE_MISSED].map((label) => [label, one * (SOONER[label] ?? 1)]),
        )
        const thresholds = { ...never, person, danger, aside, labels }
        const recall = recallWith(judged, thresholds)
        if (recall > best.recall) best = { recall, thresholds }
      }
  return best.thresholds
}

type Judged = ReadUtterance & {
  /** What patterns alone decide; null where it is left to the reading. */
  decided: Outcome | null
}

/** The share of those who need a person who get one; -1 where too much else is handed over. */
function recallWith(judged: readonly Judged[], thresholds: TurnThresholds): number {
  const handed = judged.filter(
    ({ decided, read }) =>
      decided === 'escalated' || (decided === null && escalationsRead({ ...read, thresholds }).length > 0),
  )
  const lookalikes = judged.filter(isLookalike).length
  if (handed.filter(mayBeForAPerson).length / handed.length < PRECISION.person) return -1
  if (handed.filter(isLookalike).length / (lookalikes || 1) > LOOKALIKES) return -1
  const needs = ({ label }: Judged) => isForAPerson(label)
  return handed.filter(needs).length / judged.filter(needs).length
}

/** The lowest with which what is taken for an aside is one. */
function asideThreshold(read: readonly ReadUtterance[]): number {
  const ranked = read
    .map(({ read: { found }, label, also }) => ({
      score: share(found, (each) => ASIDE.has(each.label)),
      right: [label, ...also].some((each) => ASIDE.has(each)),
    }))
    .toSorted((a, b) => b.score - a.score)
  let right = 0
  let threshold = 1
  ranked.forEach((each, i) => {
    if (each.right) right++
    if (right / (i + 1) >= PRECISION.aside) threshold = each.score
  })
  return Math.floor(threshold * 1000) / 1000
}
