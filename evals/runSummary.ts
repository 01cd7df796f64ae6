import { z } from 'zod'
import type { RunSummary } from '../src/commands/storedCases/evalRuns'
import { VouchError } from '../src/errors'

const figure = z.number().nullable().catch(null)

/** What of a run's file the room of evals lists. */
const runSchema = z.object({
  form: z.literal('questions'),
  set: z.string().min(1),
  circumstances: z.object({
    commit: z.string().catch('unknown'),
    embeddingModel: z.string().nullable().catch(null),
    chatModel: z.string().nullable().catch(null),
    calibration: z.string(),
  }),
  summary: z.object({
    questions: z.number(),
    retrieval: z.object({
      scores: z.object({ fused: z.object({ 'ndcg@10': figure, 'recall@5': figure }) }),
    }),
    answers: z.object({ precision: figure, coverage: figure, unanswerableAnswered: figure, leaks: figure }),
    confidence: z.object({ auroc: figure }),
    latencyMs: z.object({ p50: figure, p95: figure }),
  }),
})

/**
 * A run that `vouch eval` wrote, as the room of evals lists it.
 * @param file where it was read from, kept on the list.
 * @throws {VouchError} when the text is not such a run.
 */
export const runSummaryOf = (text: string, file: string): RunSummary => {
  const parsed = runSchema.safeParse(jsonIn(text))
  if (!parsed.success)
    throw new VouchError(`${file} is no run of questions: write one with vouch eval --out FOLDER.`)
  const { set, circumstances, summary } = parsed.data
  const { retrieval, answers, confidence, latencyMs } = summary
  return {
    set,
    by: 'vouch eval',
    questions: summary.questions,
    file,
    numbers: {
      precisionAnswered: answers.precision,
      coverage: answers.coverage,
      unanswerableAnswered: answers.unanswerableAnswered,
      leaks: answers.leaks,
      ...retrieval.scores.fused,
      auroc: confidence.auroc,
      ...latencyMs,
    },
    versions: {
      calibration: circumstances.calibration,
      embeddingModel: circumstances.embeddingModel,
      llm: circumstances.chatModel,
      commit: circumstances.commit,
    },
  }
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
