import { OUTCOMES, type Outcome } from '../src/vocabulary'
import { answerText, type CaseResult } from './caseResult'
import { precisionOfAnswered } from './metrics/answerIsRight'
import { auroc } from './metrics/auroc'
import { mean } from './metrics/mean'
import { ndcgAtK } from './metrics/ndcgAtK'
import { percentile } from './metrics/percentile'
import { recallAtK } from './metrics/recallAtK'
import { reciprocalRank } from './metrics/reciprocalRank'

interface Retrieval {
  questions: number
  'recall@1': number | null
  'recall@5': number | null
  'recall@10': number | null
  mrr: number | null
  'ndcg@10': number | null
}

export interface EvalReport {
  set: string
  questions: number
  search: 'words and dense' | 'words alone'
  /** Over the answerable questions; recall@k is the share with at least one right document among the first k. */
  retrieval: Retrieval
  /** The same over those without history. */
  singleTurn: Retrieval
  decision: Record<Outcome, number> & {
    /** Answerable against unanswerable, by confidence. */
    auroc: number | null
    /** Of what was answered among questions of knowledge, the share that is right. */
    precisionAnswered: number | null
    /** Of the answerable, the share that was answered. */
    coverage: number | null
  }
  handover: { asked: number; handedOver: number; falselyHandedOver: number }
  /** Answers that hold words of a document that this caller may not see. */
  leaks: number
  latencyMs: { p50: number | null; p95: number | null }
}

/** Scores a run. Pure. */
export const report = ({
  set,
  results,
  wordsOnly,
}: {
  set: string
  results: readonly CaseResult[]
  wordsOnly: boolean
}): EvalReport => {
  const answerable = results.filter(({ evalCase }) => evalCase.answerable === true)
  const times = results.map(({ ms }) => ms)
  return {
    set,
    questions: results.length,
    search: wordsOnly ? 'words alone' : 'words and dense',
    retrieval: retrievalOf(answerable),
    singleTurn: retrievalOf(answerable.filter(({ evalCase }) => !evalCase.history?.length)),
    decision: decisionOf(results, answerable),
    handover: handoverOf(results),
    leaks: results.filter(leaks).length,
    latencyMs: { p50: rounded(percentile(times, 50)), p95: rounded(percentile(times, 95)) },
  }
}

const retrievalOf = (results: readonly CaseResult[]): Retrieval => {
  const scored = results.map(({ evalCase, retrieved }) => ({ retrieved, gold: evalCase.gold }))
  const average = (score: (row: (typeof scored)[number]) => number | null) => rounded(mean(scored.map(score)))
  return {
    questions: results.length,
    'recall@1': average((row) => recallAtK({ ...row, k: 1 })),
    'recall@5': average((row) => recallAtK({ ...row, k: 5 })),
    'recall@10': average((row) => recallAtK({ ...row, k: 10 })),
    mrr: average(reciprocalRank),
    'ndcg@10': average((row) => ndcgAtK({ ...row, k: 10 })),
  }
}

const decisionOf = (
  results: readonly CaseResult[],
  answerable: readonly CaseResult[],
): EvalReport['decision'] => {
  const count = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, results.filter(is(outcome)).length]))
  const ofKnowledge = results.filter(({ evalCase }) => evalCase.answerable !== undefined)
  return {
    ...(count as Record<Outcome, number>),
    auroc: rounded(
      auroc(
        ofKnowledge.flatMap(({ evalCase, resolution: { decision } }) =>
          decision.confidence === null
            ? []
            : [{ score: decision.confidence, positive: evalCase.answerable === true }],
        ),
      ),
    ),
    precisionAnswered: rounded(
      precisionOfAnswered(ofKnowledge.filter(is('answered')).map((row) => ({ right: row.right === true }))),
    ),
    coverage: answerable.length
      ? rounded(answerable.filter(is('answered')).length / answerable.length)
      : null,
  }
}

const handoverOf = (results: readonly CaseResult[]): EvalReport['handover'] => {
  const asked = results.filter(({ evalCase }) => evalCase.kind === 'handoff')
  const others = results.filter(({ evalCase }) => evalCase.kind !== 'handoff')
  return {
    asked: asked.length,
    handedOver: asked.filter(is('escalated')).length,
    falselyHandedOver: others.filter(is('escalated')).length,
  }
}

const is =
  (outcome: Outcome) =>
  ({ resolution }: CaseResult): boolean =>
    resolution.decision.outcome === outcome

const leaks = (row: CaseResult): boolean =>
  (row.evalCase.leak_strings ?? []).some((leak) =>
    answerText(row.resolution).toLowerCase().includes(leak.toLowerCase()),
  )

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1000) / 1000
