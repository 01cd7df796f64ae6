import type { CaseRecord } from '../caseRecord'
import { mean } from '../metrics/mean'
import { ndcgAtK } from '../metrics/ndcgAtK'
import { pairedDifference, type PairedDifference } from '../metrics/pairedDifference'
import { recallAtK } from '../metrics/recallAtK'
import { reciprocalRank } from '../metrics/reciprocalRank'

/** Means over the questions; recall@k is the share with at least one right document among the first k. */
export interface RetrievalScores {
  'recall@1': number | null
  'recall@5': number | null
  'recall@10': number | null
  mrr: number | null
  'ndcg@10': number | null
}

export const RANKINGS = ['fused', 'words', 'dense', 'naive'] as const
export type Ranking = (typeof RANKINGS)[number]

export interface RetrievalSummary {
  /** The answerable questions whose right documents are known. */
  questions: number
  scores: Record<Ranking, RetrievalScores>
  /** nDCG@10 of the fused ranking over each other one, on the same questions. */
  gain: Record<Exclude<Ranking, 'fused'>, PairedDifference | null>
}

/** How well documents are found, by ours and by the baselines. */
export const retrievalOf = (records: readonly CaseRecord[]): RetrievalSummary => {
  const scored = records.filter(({ answerable, gold }) => answerable && gold.length > 0)
  return {
    questions: scored.length,
    scores: byRanking((ranking) => scoresOf(scored, ranking)),
    gain: {
      words: gainOver(scored, 'words'),
      dense: gainOver(scored, 'dense'),
      naive: gainOver(scored, 'naive'),
    },
  }
}

/** A record's nDCG@10 by one ranking; null when that ranking was not made. */
export const ndcgOf = (record: CaseRecord, ranking: Ranking): number | null => {
  const retrieved = foundBy(record, ranking)
  return retrieved && ndcgAtK({ retrieved, gold: record.gold, k: 10 })
}

/** Null when that ranking was not made: there was no model. */
const foundBy = ({ found, naive }: CaseRecord, ranking: Ranking): string[] | null => {
  if (ranking === 'naive') return naive?.found ?? null
  return ranking === 'dense' && found.dense.length === 0 ? null : found[ranking]
}

const gainOver = (records: readonly CaseRecord[], ranking: Ranking): PairedDifference | null =>
  pairedDifference(records.map((record) => ({ a: ndcgOf(record, ranking), b: ndcgOf(record, 'fused') })))

const scoresOf = (records: readonly CaseRecord[], ranking: Ranking): RetrievalScores => {
  const average = (score: (o: { retrieved: string[]; gold: string[] }) => number | null) =>
    mean(
      records.map((record) => {
        const retrieved = foundBy(record, ranking)
        return retrieved && score({ retrieved, gold: record.gold })
      }),
    )
  return {
    'recall@1': average((row) => recallAtK({ ...row, k: 1 })),
    'recall@5': average((row) => recallAtK({ ...row, k: 5 })),
    'recall@10': average((row) => recallAtK({ ...row, k: 10 })),
    mrr: average(reciprocalRank),
    'ndcg@10': average((row) => ndcgAtK({ ...row, k: 10 })),
  }
}

const byRanking = (of: (ranking: Ranking) => RetrievalScores): Record<Ranking, RetrievalScores> => ({
  fused: of('fused'),
  words: of('words'),
  dense: of('dense'),
  naive: of('naive'),
})
