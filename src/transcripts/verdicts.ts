import type { TurnLabel } from '../answer/turn/labels'
import type { EvalKind, GovernedCollection, Outcome, Verdict } from '../vocabulary'

/** A reviewer’s verdict on one turn. */
export interface GivenVerdict {
  receipt: string
  verdict: Verdict
  /** The reviewer’s id. */
  by: string
  /** Epoch ms. */
  at: number
  /** How its conversation came to be reviewed. */
  drawn: 'risk' | 'random' | null
  /** The text that would have answered it. */
  expected: { collection: GovernedCollection; id: string } | null
  /** What the turn is, where it should have gone to a person. */
  label: TurnLabel | null
}

/** Each person’s last word on each turn; the oldest first. Pure. */
export function latestVerdicts<Given extends Pick<GivenVerdict, 'receipt' | 'by' | 'at'>>(
  verdicts: readonly Given[],
): Given[] {
  const latest = new Map<string, Given>()
  for (const each of verdicts.toSorted((a, b) => a.at - b.at)) {
    const name = `${each.receipt} ${each.by}`
    latest.delete(name)
    latest.set(name, each)
  }
  return [...latest.values()]
}

/** What the receipt says of a turn. */
export interface JudgedTurn {
  outcome: Outcome
  reason: string | null
  cited: { collection: GovernedCollection; id: string }[]
}

/** What should come of the same question. */
export interface Expectation {
  expectedOutcome: Outcome
  /** The precise reason, where it is known. */
  reason: EvalKind | string | null
  gold: { collection: GovernedCollection; id: string }[]
}

/**
 * What should come of a turn by one verdict: what came where that is right, an answer from the expected text where one is named, a
 * person where it should have gone to one; null where nobody knows yet. Pure.
 */
export function expectedBy(
  { verdict, expected }: Pick<GivenVerdict, 'verdict' | 'expected'>,
  { outcome, reason, cited }: JudgedTurn,
): Expectation | null {
  switch (verdict) {
    case 'right':
      return { expectedOutcome: outcome, reason, gold: outcome === 'answered' ? cited : [] }
    case 'should_have_escalated':
      return { expectedOutcome: 'escalated', reason: null, gold: [] }
    case 'wrong':
    case 'incomplete':
      return expected ? { expectedOutcome: 'answered', reason: null, gold: [expected] } : null
    case 'unsafe':
      return null
  }
}

/**
 * What should come of a turn by everybody’s last word on it: `agreed` is false where two of them expect something else. Null where
 * nobody expects anything. Pure.
 */
export function expectedByAll(
  verdicts: readonly GivenVerdict[],
  turn: JudgedTurn,
): (Expectation & { agreed: boolean }) | null {
  const expectations = latestVerdicts(verdicts).map((each) => expectedBy(each, turn))
  const known = expectations.flatMap((each) => each ?? [])
  const last = known.at(-1)
  if (!last) return null
  const agreed = expectations.every((each) => each !== null && isSame(each, last))
  return { ...last, agreed }
}

const isSame = (a: Expectation, b: Expectation): boolean =>
  a.expectedOutcome === b.expectedOutcome &&
  (a.expectedOutcome !== 'answered' || a.gold.some(({ id }) => b.gold.some((other) => other.id === id)))

/** Of turns drawn by chance alone, how many are right by the first word on each: an estimate for all conversations. Pure. */
export function rightByChance(verdicts: readonly GivenVerdict[]): { count: number; of: number } {
  const first = new Map<string, GivenVerdict>()
  for (const each of latestVerdicts(verdicts.filter(({ drawn }) => drawn === 'random')))
    if (!first.has(each.receipt)) first.set(each.receipt, each)
  const judged = [...first.values()]
  return { count: judged.filter(({ verdict }) => verdict === 'right').length, of: judged.length }
}

/**
 * What a turn is by a verdict, for the classifier of turns: the label that the reviewer chose where it should have gone to a
 * person; `none` where it was handed over and a text would have answered it. Null where a verdict says nothing of that. Pure.
 */
export function labelBy(
  { verdict, label, expected }: Pick<GivenVerdict, 'verdict' | 'label' | 'expected'>,
  { outcome }: Pick<JudgedTurn, 'outcome'>,
): TurnLabel | null {
  if (verdict === 'should_have_escalated') return label ?? 'asks_for_person'
  return verdict === 'wrong' && outcome === 'escalated' && expected ? 'none' : null
}
