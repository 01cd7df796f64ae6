import type { CaseRecord } from '../caseRecord'
import { precisionOfAnswered } from '../metrics/answerIsRight'
import { bootstrap, type Interval } from '../metrics/bootstrap'
import { mean } from '../metrics/mean'

export interface AnswerSummary {
  /** Questions of knowledge that can be answered, and those that cannot. */
  answerable: number
  unanswerable: number
  answered: number
  /** Of what was answered, the share that is right, and its interval. */
  precision: number | null
  precisionInterval: Interval | null
  /** Of the answerable, the share that was answered. */
  coverage: number | null
  /** Of the unanswerable, the share that was answered all the same. */
  unanswerableAnswered: number | null
  /** Of the answers: token F1 and recall of the expected words. */
  tokenF1: number | null
  tokenRecall: number | null
  citationHit: number | null
  citationPrecision: number | null
  citationRecall: number | null
  /** Share of an answer's sentences that their citations support: the mean over the answers. */
  grounded: number | null
  /** Replies that hold words which the asker may not read. */
  leaks: number
}

/** What was answered, and how well. */
export const answersOf = (records: readonly CaseRecord[]): AnswerSummary => {
  const answered = records.filter(({ outcome }) => outcome === 'answered')
  const scores = (of: (record: CaseRecord) => number | null | undefined) =>
    mean(answered.map((record) => of(record) ?? null))
  return {
    ...sharesOf(records.map((record) => ({ ...record, answered: record.outcome === 'answered' }))),
    answered: answered.length,
    tokenF1: scores(({ overlap }) => overlap?.f1),
    tokenRecall: scores(({ overlap }) => overlap?.recall),
    citationHit: scores(({ citations }) => citations?.hit),
    citationPrecision: scores(({ citations }) => citations?.precision),
    citationRecall: scores(({ citations }) => citations?.recall),
    grounded: scores(({ grounded }) => grounded),
    leaks: records.filter(({ leaks }) => leaks.length > 0).length,
  }
}

export type NaiveSummary = ReturnType<typeof sharesOf> & { leaks: number }

/** The same of the baseline; null when it was not asked. */
export const naiveAnswersOf = (records: readonly CaseRecord[]): NaiveSummary | null => {
  const asked = records.flatMap(({ answerable, naive }) => (naive ? [{ answerable, ...naive }] : []))
  if (asked.length === 0) return null
  return { ...sharesOf(asked), leaks: asked.filter(({ leaks }) => leaks.length > 0).length }
}

interface Answerable {
  answerable: boolean | null
  answered: boolean
  right: boolean | null
}

const sharesOf = (rows: readonly Answerable[]) => {
  const ofKnowledge = rows.filter(({ answerable }) => answerable !== null)
  const answerable = ofKnowledge.filter((row) => row.answerable)
  const unanswerable = ofKnowledge.filter((row) => !row.answerable)
  const judged = ofKnowledge
    .filter(({ answered }) => answered)
    .map(({ right }) => ({ right: right === true }))
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    precision: precisionOfAnswered(judged),
    precisionInterval: bootstrap({ rows: judged, statistic: precisionOfAnswered }),
    coverage: shareAnswered(answerable),
    unanswerableAnswered: shareAnswered(unanswerable),
  }
}

const shareAnswered = (rows: readonly Answerable[]): number | null =>
  rows.length ? rows.filter(({ answered }) => answered).length / rows.length : null
