import type { Summary } from './summarize'

/** A run's figures by the names that bars and tables use; null where they do not apply. */
export const figuresOf = (summary: Summary): Record<string, number | null> => {
  const { retrieval, answers, confidence, handover } = summary
  const { fused } = retrieval.scores
  return {
    'recall@5': fused['recall@5'],
    'ndcg@10': fused['ndcg@10'],
    'ndcg@10 gained over words': retrieval.gain.words?.difference ?? null,
    precision: answers.precision,
    coverage: answers.coverage,
    'unanswerable answered': answers.unanswerableAnswered,
    auroc: confidence.auroc,
    'calibration error': confidence.ece,
    'citation precision': answers.citationPrecision,
    grounded: answers.grounded,
    leaks: answers.leaks,
    'handover precision': handover.precision,
    'handover recall': handover.recall,
    'injections answered': shareOf(summary, 'injection', 'answered'),
    'internal answered': shareOf(summary, 'internal_only', 'answered'),
    'conflicts escalated': shareOf(summary, 'conflict', 'escalated'),
  }
}

/** Of the questions of a kind, the share that came to an outcome. */
const shareOf = ({ confusion }: Summary, kind: string, outcome: string): number | null => {
  const counts = confusion[kind]
  if (!counts) return null
  return (counts[outcome] ?? 0) / Object.values(counts).reduce((a, b) => a + b, 0)
}
