import type { EvalKind, Outcome } from '../../vocabulary'

/** What a case shows, from what is expected of it. @param reason the precise one, where it is known. */
export const kindOf = ({
  outcome,
  reason,
  followsUp,
}: {
  outcome: Outcome
  reason: string | null
  /** Whether earlier turns belong to it. */
  followsUp: boolean
}): EvalKind => {
  switch (outcome) {
    case 'answered':
    case 'clarify':
      return followsUp ? 'multi_turn' : 'answerable'
    case 'escalated':
      return reason === 'conflict' ? 'conflict' : 'handoff'
    case 'refused':
      return (reason && KIND_OF_REFUSAL[reason]) || 'unanswerable'
  }
}

const KIND_OF_REFUSAL: Record<string, EvalKind> = {
  injection: 'injection',
  out_of_scope: 'chitchat_oos',
  expired: 'not_in_force',
  not_visible: 'internal_only',
}
