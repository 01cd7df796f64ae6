import type { Calibration } from './calibration'
import { mended, type Correction } from '../retrieval/spelling'
import { askPart, type AskedPart } from './askPart'
import type { ResolvePorts, SearchRequest } from './find'
import { inWords, understand, type Models } from './generate/turn'
import { joinParts } from './joinParts'
import { injection } from './triggers/injection'
import { outOfScope } from './triggers/outOfScope'
import { firstEscalation } from './triggers/registry'
import type { Degradation } from '../vocabulary'
import { turnDecision, type ReadTurn } from './turn/turnDecision'
import { partsOf } from './understand/parts'
import type { AskingBot, Decision, Resolution, Turn } from './types'
import { startBudget, withinTime, type Budget } from './withinTime'

/** Passages considered for one question. */
export const CONSIDERED = 10

interface ResolveInput {
  turn: Turn
  bot: AskingBot
  ports: ResolvePorts
  calibration: Calibration
  /** Milliseconds for everything; a dependency that takes longer counts as down. */
  budgetMs: number
  /** For a bot whose answers may be generated; none unless given. */
  models?: Models | undefined
  /** Nobody waits any more: ends what a language model does. */
  signal?: AbortSignal | undefined
}

/**
 * One turn to one decision (design.md, "Answer"): triggers, retrieval, hydration, confidence, conflict, quotation,
 * grounding, and the model's words where the bot may have them. Never rejects for a dependency, and returns within the
 * budget: what cannot be had becomes `degraded`, a search by words, a quotation, or a refusal as `unavailable`.
 */
export const resolve = async (input: ResolveInput): Promise<Resolution> => {
  const { turn, ports } = input
  const budget = startBudget(input.budgetMs)
  const timings: Record<string, number> = {}
  const byPatterns = withoutKnowledge(turn)
  const read = byPatterns ? null : await readTurn({ turn, ports, budget })
  const early = byPatterns ?? (read && byReading(read))
  timings.triggers = budget.spent()
  if (early) return { decision: early, considered: [], degraded: [], timings: total(timings, budget) }

  const understood = await understand({ ...input, budget, timings })
  const part = await askInParts({ ...input, question: understood.question, budget, timings })
  const { decision, passages, degraded: missing, corrections, searched, features, request } = part
  const late = corrections.length > 0 ? withoutKnowledge(asMeant(turn, corrections)) : null
  if (late || !searched)
    return {
      decision: late ?? decision,
      considered: passages,
      degraded: missing,
      timings: total(timings, budget),
      ...(searched && { searched }),
    }
  const worded = await inWords({ ...input, budget, timings, decision, understood, passages })
  // What a model refused, it refused for texts that the caller may see.
  const precise =
    decision.outcome === 'answered'
      ? worded.decision
      : await preciseReason({ decision, request, ports, budget })
  const degraded: Degradation[] = worded.failed ? [...missing, 'llm'] : missing
  const { generation } = worded
  return {
    decision: precise,
    considered: passages,
    degraded,
    timings: total(timings, budget),
    searched,
    ...(features && { features }),
    ...(generation && { generation }),
  }
}

/** A turn that asks several things is asked in parts; as a whole where no part has an answer of its own. */
const askInParts = async (
  o: ResolveInput & { question: string; budget: Budget; timings: Record<string, number> },
): Promise<AskedPart> => {
  const { turn, bot, question } = o
  const ask = (part: string) =>
    askPart({
      ...o,
      locale: turn.locale,
      request: {
        question: part,
        at: turn.at,
        audiences: bot.audiences,
        limit: CONSIDERED,
        locale: turn.locale,
      },
    })
  const parts = partsOf(question, turn.locale)
  if (parts.length === 1) return ask(question)
  return joinParts(await Promise.all(parts.map(ask))) ?? ask(question)
}

const asMeant = (turn: Turn, corrections: readonly Correction[]): Turn => ({
  ...turn,
  question: mended(turn.question, corrections),
})

/** What the turn's own words decide, before anything is looked up. */
const withoutKnowledge = (turn: Turn): Decision | null => {
  const escalation = firstEscalation(turn)
  if (escalation) return { outcome: 'escalated', ...escalation, confidence: null }
  if (injection(turn.question)) return { outcome: 'refused', reason: 'injection', confidence: null }
  return outOfScope(turn.question) ? { outcome: 'refused', reason: 'out_of_scope', confidence: null } : null
}

/** How much of the time reading the turn may take; without it the patterns stand alone. */
const READ_SHARE = 0.2

const readTurn = async (o: { turn: Turn; ports: ResolvePorts; budget: Budget }): Promise<ReadTurn | null> => {
  const { readTurn: read } = o.ports
  if (!read) return null
  return withinTime(() => read(o.turn), o.budget.left() * READ_SHARE).catch(() => null)
}

/** What a turn that was read decides before anything is looked up. */
const byReading = ({ found, thresholds }: ReadTurn): Decision | null => {
  const decided = turnDecision(found, thresholds)
  if (decided?.kind === 'person') return { outcome: 'escalated', ...decided.escalation, confidence: null }
  return decided ? { outcome: 'refused', reason: 'out_of_scope', confidence: null } : null
}

/** Asks on every refusal for lack of knowledge, so that the time taken tells nothing. */
const preciseReason = async (o: {
  decision: Decision
  request: SearchRequest
  ports: ResolvePorts
  budget: Budget
}): Promise<Decision> => {
  const { decision, request, ports, budget } = o
  const { explainMiss } = ports
  if (decision.outcome !== 'refused' || !explainMiss) return decision
  try {
    const reason = await withinTime(() => explainMiss(request), budget.left())
    return reason ? { ...decision, reason } : decision
  } catch {
    return decision
  }
}

const total = (timings: Record<string, number>, budget: Budget): Record<string, number> => ({
  ...timings,
  total: budget.spent(),
})
