import type { RefusalLeak } from './refusals'
import type { EvalRun, QuestionRun, TextRun } from './evalRun'
import { RANKINGS } from './summary/retrieval'
import { counted } from '../src/vocabulary'

/** A run for a person at a terminal. */
export const inWords = (run: EvalRun): string =>
  run.form === 'texts' ? textsInWords(run) : questionsInWords(run)

const textsInWords = ({ set, measures }: TextRun): string =>
  [set, ...measures.map(({ name, value, of }) => `  ${percent(value).padStart(6)}  ${name} (of ${of})`)].join(
    '\n',
  )

const questionsInWords = ({ set, where, summary, circumstances, refusals }: QuestionRun): string => {
  const { retrieval, answers, confidence, latencyMs } = summary
  const found = RANKINGS.map((ranking) => {
    const { 'ndcg@10': ndcg, 'recall@5': recall } = retrieval.scores[ranking]
    return `  ${ranking.padEnd(6)} nDCG@10 ${decimal(ndcg)}  recall@5 ${decimal(recall)}`
  })
  const over = retrieval.gain.words
  return [
    `${set}: ${counted(summary.questions, 'question')}, ${where === 'memory' ? 'documents in memory' : 'this installation'}, ${circumstances.embeddingModel ?? 'words alone'}`,
    ...found,
    ...(over
      ? [`  fused over words: ${signed(over.difference)} (${signed(over.low)} to ${signed(over.high)})`]
      : []),
    `  answered ${percent(answers.coverage)} of ${answers.answerable} answerable, ${percent(answers.precision)} of the answers right; ${percent(answers.unanswerableAnswered)} of ${answers.unanswerable} unanswerable answered`,
    `  AUROC ${decimal(confidence.auroc)}, calibration error ${decimal(confidence.ece)}, right at 70 % coverage ${percent(confidence.precisionAt70)}, coverage at 95 % right ${percent(confidence.at95?.answerableCoverage ?? null)}`,
    `  grounded ${percent(answers.grounded)}, leaks ${answers.leaks}, p50 ${latencyMs.p50?.toFixed(0) ?? '–'} ms, p95 ${latencyMs.p95?.toFixed(0) ?? '–'} ms`,
    ...(refusals ? [`  ${refusalsInWords(refusals)}`] : []),
  ].join('\n')
}

/** Whether refusals tell what is hidden, in one sentence. */
export const refusalsInWords = ({ hidden, absent, replies, timeAuroc, timeInterval }: RefusalLeak): string =>
  `of ${hidden + absent} refusals ${hidden} hide a text: ${replies === 1 ? 'the same reply' : `${replies} different replies`}, told apart by time with AUROC ${decimal(timeAuroc)} (${decimal(timeInterval?.low ?? null)} to ${decimal(timeInterval?.high ?? null)}; .5 is not at all)`

/** `.873`; a dash where there is nothing to score. */
export const decimal = (value: number | null): string => (value === null ? '–' : value.toFixed(3))

/** `87.3 %`; a dash where there is nothing to score. */
export const percent = (value: number | null): string =>
  value === null ? '–' : `${(100 * value).toFixed(1)} %`

/** A difference with its sign. */
export const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`
