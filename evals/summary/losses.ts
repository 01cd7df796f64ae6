import type { CaseRecord } from '../caseRecord'

/** Where each answerable question ends: the first of these that holds. */
export const LOSSES = [
  'answered rightly',
  'passed to a person, or asked back',
  'no right document among the first ten',
  'answered from another document',
  'answered with other sentences of a right document',
  'refused, the quotation would be right',
  'refused, the quotation would be wrong',
] as const
export type Loss = (typeof LOSSES)[number]

/** How many of the answerable questions end where. */
export const lossesOf = (records: readonly CaseRecord[]): Record<Loss, number> => {
  const counts = Object.fromEntries(LOSSES.map((loss) => [loss, 0])) as Record<Loss, number>
  for (const record of records) if (record.answerable) counts[lossOf(record)] += 1
  return counts
}

const lossOf = ({ right, outcome, gold, found, cited, wouldBeRight }: CaseRecord): Loss => {
  if (right) return 'answered rightly'
  if (outcome === 'escalated' || outcome === 'clarify') return 'passed to a person, or asked back'
  if (gold.length > 0 && !found.fused.some((id) => gold.includes(id)))
    return 'no right document among the first ten'
  if (outcome === 'answered')
    return cited.some((id) => gold.includes(id))
      ? 'answered with other sentences of a right document'
      : 'answered from another document'
  return wouldBeRight ? 'refused, the quotation would be right' : 'refused, the quotation would be wrong'
}
