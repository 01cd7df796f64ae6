import type { DescribedAnswer, DescribedCitation } from '../describeAnswer'

/** How today's answer compares with the receipt's: the same in everything, or the most that is other. */
export type Verdict = 'same' | 'other_evidence' | 'other_words' | 'other_outcome'

export const verdictOf = (original: Compared, today: Compared): Verdict => {
  if (original.outcome !== today.outcome || original.reason !== today.reason) return 'other_outcome'
  if (original.message !== today.message) return 'other_words'
  return spansOf(original) === spansOf(today) ? 'same' : 'other_evidence'
}

type Compared = Pick<DescribedAnswer, 'outcome' | 'reason' | 'message'> & {
  citations: readonly Pick<DescribedCitation, 'releaseId' | 'start' | 'end'>[]
}

const spansOf = ({ citations }: Compared): string =>
  citations.map(({ releaseId, start, end }) => `${releaseId}:${start}-${end}`).join(' ')
