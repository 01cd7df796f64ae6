import type { CaseRecord } from '../caseRecord'
import { confusion } from '../metrics/confusion'
import { percentile } from '../metrics/percentile'
import { precisionRecall, type PrecisionRecall } from '../metrics/precisionRecall'
import { answersOf, naiveAnswersOf, type AnswerSummary, type NaiveSummary } from './answers'
import { confidenceOf, type ConfidenceSummary } from './confidence'
import { lossesOf, type Loss } from './losses'
import { retrievalOf, type RetrievalSummary } from './retrieval'

/** Every figure of a run of questions. */
export interface Summary {
  questions: number
  retrieval: RetrievalSummary
  /** Over the questions without earlier turns. */
  singleTurn: RetrievalSummary
  /** By language, where there is more than one. */
  byLanguage: Record<string, RetrievalSummary>
  answers: AnswerSummary
  /** LangChain's tutorial on the same questions; null when it was not asked. */
  naive: NaiveSummary | null
  confidence: ConfidenceSummary
  /** Where the answerable questions end. */
  losses: Record<Loss, number>
  /** How many questions of each kind came to each outcome. */
  confusion: Record<string, Record<string, number>>
  /** Escalated against kind `handoff`; conflicts between texts are no hand-overs that were asked for. */
  handover: PrecisionRecall
  latencyMs: { p50: number | null; p95: number | null; p99: number | null }
}

/** All figures from a run's records. Pure. */
export const summarize = (records: readonly CaseRecord[]): Summary => {
  const times = records.map(({ ms }) => ms)
  return {
    questions: records.length,
    retrieval: retrievalOf(records),
    singleTurn: retrievalOf(records.filter(({ turns }) => turns === 0)),
    byLanguage: languagesOf(records),
    answers: answersOf(records),
    naive: naiveAnswersOf(records),
    confidence: confidenceOf(records),
    losses: lossesOf(records),
    confusion: confusion(records),
    handover: precisionRecall(
      records
        .filter(({ reason, kind }) => reason !== 'conflict' && kind !== 'conflict')
        .map(({ outcome, kind }) => ({ said: outcome === 'escalated', should: kind === 'handoff' })),
    ),
    latencyMs: { p50: percentile(times, 50), p95: percentile(times, 95), p99: percentile(times, 99) },
  }
}

const languagesOf = (records: readonly CaseRecord[]): Record<string, RetrievalSummary> => {
  const languages = [...new Set(records.flatMap(({ lang }) => (lang === null ? [] : [lang])))]
  if (languages.length < 2) return {}
  return Object.fromEntries(
    languages.map((lang) => [lang, retrievalOf(records.filter((record) => record.lang === lang))]),
  )
}
