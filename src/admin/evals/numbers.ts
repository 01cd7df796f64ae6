/** How the numbers of a run are called and written; the ones that are not listed go by their own name. */
const NUMBERS: Record<string, { label: string; as: 'share' | 'count' | 'ms' | 'score' }> = {
  rightShare: { label: 'Right', as: 'share' },
  precisionAnswered: { label: 'Right, of what was answered', as: 'share' },
  coverage: { label: 'Answered, of what can be', as: 'share' },
  unanswerableAnswered: { label: 'Answered, of what cannot be', as: 'share' },
  'ndcg@10': { label: 'nDCG@10', as: 'score' },
  'recall@5': { label: 'Recall@5', as: 'score' },
  leaks: { label: 'Leaks', as: 'count' },
  right: { label: 'Questions right', as: 'count' },
  questions: { label: 'Questions', as: 'count' },
  auroc: { label: 'AUROC', as: 'score' },
  p50: { label: 'Half within', as: 'ms' },
  p95: { label: '95% within', as: 'ms' },
}

export const numberLabel = (name: string): string => NUMBERS[name]?.label ?? name

/** `93%`, `4`, `38 ms`, `0.912`; a dash for what could not be measured. */
export const numberWords = (name: string, value: number | null | undefined): string => {
  if (value === null || value === undefined) return '–'
  switch (NUMBERS[name]?.as) {
    case 'share':
      return `${Math.round(value * 100)}%`
    case 'count':
      return value.toLocaleString('en-GB')
    case 'ms':
      return `${Math.round(value)} ms`
    default:
      return value.toFixed(3)
  }
}

/** The number that stands for a run: of those that it has, the one that says most. */
export const headline = (numbers: Record<string, number | null>): string | null =>
  ['rightShare', 'precisionAnswered', 'ndcg@10'].find((name) => typeof numbers[name] === 'number') ?? null

/** How it moved against the run before, in whole points; null where either is missing. */
export const movedBy = (now: number | null | undefined, before: number | null | undefined): number | null =>
  typeof now === 'number' && typeof before === 'number' ? Math.round((now - before) * 100) : null
