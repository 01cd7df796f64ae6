import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { AnswerResponse } from '../../answer/schema'

function createMetrics() {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const registers = [register]
  return {
    register,
    answers: new Counter({
      name: 'vouch_answers_total',
      help: 'Answers given, by outcome and by the reason that a caller is told.',
      labelNames: ['outcome', 'reason'],
      registers,
    }),
    seconds: new Histogram({
      name: 'vouch_answer_seconds',
      help: 'From when a question came to its answer.',
      labelNames: ['outcome'],
      buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30],
      registers,
    }),
    degraded: new Counter({
      name: 'vouch_degraded_answers_total',
      help: 'Answers given without something: dense, words, llm, rerank.',
      labelNames: ['without'],
      registers,
    }),
    refusals: new Counter({
      name: 'vouch_http_refusals_total',
      help: 'Requests that got a problem instead of what they asked for, by status.',
      labelNames: ['status'],
      registers,
    }),
    running: new Gauge({ name: 'vouch_answers_running', help: 'Questions being answered now.', registers }),
    waiting: new Gauge({
      name: 'vouch_answers_waiting',
      help: 'Questions that wait for their turn.',
      registers,
    }),
    dependency: new Gauge({
      name: 'vouch_dependency_up',
      help: '1 works, 0.5 is degraded, 0 is down.',
      labelNames: ['dependency'],
      registers,
    }),
    open: new Gauge({
      name: 'vouch_open',
      help: 'What waits for people: gaps that nobody has closed, hand-overs that nobody has taken.',
      labelNames: ['what'],
      registers,
    }),
    oldestJob: new Gauge({
      name: 'vouch_oldest_job_seconds',
      help: 'How long the oldest job that is due waits for the worker.',
      registers,
    }),
  }
}

type Metrics = ReturnType<typeof createMetrics>

// The bundle has a copy of this file for each layer; the process has one set of figures.
const shared = globalThis as typeof globalThis & { vouchMetrics?: Metrics }

/** The figures of this process. */
export const metrics = (): Metrics => (shared.vouchMetrics ??= createMetrics())

/** Counts an answer. @param ms since its question came. */
export function countAnswer(answer: AnswerResponse, ms: number): void {
  const { answers, seconds, degraded } = metrics()
  answers.inc({ outcome: answer.outcome, reason: 'reason' in answer ? answer.reason : '' })
  seconds.observe({ outcome: answer.outcome }, ms / 1000)
  for (const without of answer.degraded) degraded.inc({ without })
}

/** Counts a request that got a problem. */
export const countRefusal = (status: number): void => metrics().refusals.inc({ status: String(status) })
