import type { Outcome } from '../../vocabulary'

/** Why passages that were considered were not used, as far as the decision tells; empty when nothing is to be said. */
export const whyNotUsed = (outcome: Outcome, reason: string | null | undefined): string => {
  if (outcome === 'answered')
    return 'The passages that are not cited came near, but the sentences that are cited answer the question better.'
  if (outcome === 'clarify') return 'Several of them could be meant, so none was quoted before asking back.'
  return (
    (reason && REASONS[reason]) ||
    'It was decided by the customer’s own words; the texts are for the colleague.'
  )
}

const REASONS: Record<string, string> = {
  no_coverage: 'None of them is about the question: the confidence is below what counts as covered at all.',
  insufficient: 'They are about it, but it was not sure enough that any of them holds the fact.',
  not_advised:
    'The text that is cited says that there is no advice on it; the others were not to be quoted beside it.',
  unsupported: 'No sentence of theirs supports an answer.',
  conflict: 'They contradict each other, so none was quoted to the customer.',
  sensitive_topic: 'Their topic always goes to a person.',
  expired: 'None of them answers it. A text that is out of force or overdue would have.',
  not_visible: 'None of them answers it. A text for other audiences would have.',
  put_aside:
    'A text would have answered that was changed in the database, not by Vouch. It is put aside until an admin has looked at it.',
  unavailable: 'Something that was needed was down.',
}
