import { withoutMarks } from '../answer/signedShare'
import type { Outcome } from '../vocabulary'

export const IMPACT_LABELS = ['newly_refused', 'changed', 'newly_answered', 'unchanged'] as const
export type ImpactLabel = (typeof IMPACT_LABELS)[number]

/** The labels as people read them. */
export const IMPACT_WORDS: Record<ImpactLabel, string> = {
  changed: 'changed',
  newly_answered: 'newly answered',
  newly_refused: 'newly refused',
  unchanged: 'unchanged',
}

/** An answer as far as a customer sees it. */
export interface ComparedAnswer {
  outcome: Outcome
  reason: string | null
  message: string
}

/** What a text would do to an answer: what is answered now, and what would be. Pure. */
export function labelImpact(live: ComparedAnswer, tried: ComparedAnswer): ImpactLabel {
  const [now, then] = [live.outcome === 'answered', tried.outcome === 'answered']
  if (now !== then) return then ? 'newly_answered' : 'newly_refused'
  const same = live.outcome === tried.outcome && live.reason === tried.reason && said(live) === said(tried)
  return same ? 'unchanged' : 'changed'
}

/** Which of an answer's sentences rests on which source is no change of what is said. */
const said = ({ message }: ComparedAnswer): string => withoutMarks(message).replace(/\s+/g, ' ').trim()

export type ImpactCounts = Record<ImpactLabel, number>

export const countLabels = (labels: readonly ImpactLabel[]): ImpactCounts =>
  Object.fromEntries(
    IMPACT_LABELS.map((label) => [label, labels.filter((each) => each === label).length]),
  ) as ImpactCounts
