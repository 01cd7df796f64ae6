import { toPublic } from '../src/answer/public'
import { resolve } from '../src/answer/resolve'
import type { Resolution } from '../src/answer/types'
import { turnOf, type Asking } from './askCase'
import type { EvalCase } from './evalCase'
import { auroc } from './metrics/auroc'
import { bootstrap, type Interval } from './metrics/bootstrap'

/** Whether a caller could tell a refusal because of its audience from one because nothing is known. */
export interface RefusalLeak {
  /** Refused because the text is for others, and because there is none. */
  hidden: number
  absent: number
  /** How many different replies they got; 1 says that words tell nothing. */
  replies: number
  /** How well the time taken tells one from the other: .5 is not at all. */
  timeAuroc: number | null
  timeInterval: Interval | null
}

const ROUNDS = 3
const BUDGET_MS = 10_000

/**
 * Asks the unanswerable questions as a caller would, with the look for the precise reason that receipts keep, and compares
 * what those whose text is hidden get, and when, with the others. Of a few rounds each question's shortest time counts, for a
 * busy machine lengthens times at random.
 */
export const refusalLeak = async (cases: readonly EvalCase[], asking: Asking): Promise<RefusalLeak> => {
  const unanswerable = cases.filter(({ answerable }) => answerable !== undefined && answerable !== true)
  const asked = new Map<string, Refusal>()
  for (let round = 0; round < ROUNDS; round++)
    for (const evalCase of unanswerable) {
      const refusal = await ask(evalCase, asking)
      if (!refusal) continue
      const ms = Math.min(refusal.ms, asked.get(evalCase.id)?.ms ?? Infinity)
      asked.set(evalCase.id, { ...refusal, ms })
    }
  const refusals = [...asked.values()]
  const rows = refusals.map(({ ms, hidden }) => ({ score: ms, positive: hidden }))
  const hidden = refusals.filter((refusal) => refusal.hidden).length
  return {
    hidden,
    absent: refusals.length - hidden,
    replies: new Set(refusals.map(({ reply }) => reply)).size,
    timeAuroc: auroc(rows),
    timeInterval: bootstrap({ rows, statistic: auroc }),
  }
}

interface Refusal {
  ms: number
  hidden: boolean
  reply: string
}

/** Null when it was not refused for lack of knowledge or of permission. */
const ask = async (
  evalCase: EvalCase,
  { ports, calibration, audiences }: Asking,
): Promise<Refusal | null> => {
  const turn = turnOf(evalCase)
  const started = performance.now()
  const resolution = await resolve({
    turn,
    bot: { id: 'eval', name: 'eval', audiences, locales: [] },
    ports,
    calibration,
    budgetMs: BUDGET_MS,
  })
  const ms = performance.now() - started
  const { decision } = resolution
  if (decision.outcome !== 'refused' || !OF_KNOWLEDGE.has(decision.reason)) return null
  return { ms, hidden: decision.reason === 'not_visible', reply: replyTo(evalCase, resolution) }
}

const OF_KNOWLEDGE: ReadonlySet<string> = new Set([
  'no_coverage',
  'insufficient',
  'unsupported',
  'not_visible',
  'expired',
])

const replyTo = ({ question }: EvalCase, { decision, degraded }: Resolution): string =>
  JSON.stringify(toPublic({ decision, question, receiptId: 'eval', locale: 'en-GB', degraded }))
