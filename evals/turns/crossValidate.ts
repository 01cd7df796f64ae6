import { forAPerson, share, DANGER, ASIDE } from '../../src/answer/turn/turnDecision'
import { isForAPerson } from '../../src/answer/turn/labels'
import type { TurnThresholds } from '../../src/answer/turn/turnModel'
import { fitTurnModel, type EmbeddedUtterance } from './fitTurnModel'
import { readTurns, type ReadUtterance } from './measureTurns'

const FOLDS = 4

/** Every message read by a model that saw none of its domain: what can be expected of customers of a company not yet seen. */
export function readHeldOut(o: {
  utterances: readonly EmbeddedUtterance[]
  embeddingModel: { id: string; dimensions: number } | null
  onFold?: (done: number, of: number) => void
}): ReadUtterance[] {
  const { utterances, embeddingModel, onFold = () => {} } = o
  const domains = [...new Set(utterances.map(({ domain }) => domain))].toSorted()
  const foldOf = new Map(domains.map((domain, i) => [domain, i % FOLDS]))
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const held = utterances.filter(({ domain }) => foldOf.get(domain) === fold)
    const rest = utterances.filter(({ domain }) => foldOf.get(domain) !== fold)
    const read = readTurns(
      fitTurnModel({ id: `fold ${fold}`, utterances: rest, embeddingModel, forMeasuring: true }),
      held,
    )
    onFold(fold + 1, FOLDS)
    return read
  })
}

/** Of what is handed over, or taken for an aside, this share must be right. */
const PRECISION = { person: 0.93, danger: 0.93, aside: 0.97 }

/** The lowest thresholds that keep their precision on messages that were not fitted on. */
export function chooseThresholds(read: readonly ReadUtterance[]): TurnThresholds {
  const lowest = (
    scoreOf: (each: ReadUtterance) => number,
    isRight: (each: ReadUtterance) => boolean,
    precision: number,
  ): number => {
    const ranked = read
      .map((each) => ({ score: scoreOf(each), right: isRight(each) }))
      .toSorted((a, b) => b.score - a.score)
    let right = 0
    let threshold = 1
    ranked.forEach((each, i) => {
      if (each.right) right++
      if (right / (i + 1) >= precision) threshold = each.score
    })
    return Math.floor(threshold * 1000) / 1000
  }
  const may = ({ label, also }: ReadUtterance) => isForAPerson(label) || also.some(isForAPerson)
  return {
    person: lowest(({ found }) => forAPerson(found), may, PRECISION.person),
    danger: lowest(({ found }) => share(found, ({ label }) => DANGER.has(label)), may, PRECISION.danger),
    aside: lowest(
      ({ found }) => share(found, ({ label }) => ASIDE.has(label)),
      ({ label, also }) => [label, ...also].some((each) => ASIDE.has(each)),
      PRECISION.aside,
    ),
  }
}
