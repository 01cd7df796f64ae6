import type { EscalationPolicies } from '../escalation/policy'
import type { Calibration } from './calibration'
import { mended, type Correction } from '../retrieval/spelling'
import { afterMiss } from './afterMiss'
import { askPart, type AskedPart } from './askPart'
import { askThings } from './askThings'
import { policyFor } from './byPolicy'
import type { ResolvePorts, SearchRequest } from './find'
import { inWords, understand, type Models } from './generate/turn'
import { retrievalQuestion, thingInContext } from './rewrite'
import { decideBefore } from './preRetrievalDecision'
import type { Degradation } from '../vocabulary'
import { besideSelfHarm } from './turn/besideSelfHarm'
import { ASIDE, share, type ReadTurn } from './turn/turnDecision'
import { readThings, type ReadThing } from './understand/readings'
import type { AskingBot, Decision, Resolution, Turn } from './types'
import { startBudget, withinTime, type Budget } from './withinTime'
import { step } from '../tracing/step'

/** Passages considered for one question. */
export const CONSIDERED = 10

interface ResolveInput {
  turn: Turn
  bot: AskingBot
  ports: ResolvePorts
  calibration: Calibration
  /** What the company signed of when a person takes over; what ships with Vouch unless given. */
  policies?: EscalationPolicies | undefined
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
  const resolution = await resolveTurn(input)
  const { decision } = resolution
  if (decision.outcome !== 'escalated') return resolution
  const { policies, turn } = input
  const beside = decision.beside && policyFor({ reason: 'sensitive_topic', about: decision.beside }, policies)
  const policy = policyFor(decision, policies)
  return { ...resolution, escalatedBy: { policy, at: turn.at, ...(beside && { beside }) } }
}

const resolveTurn = async (input: ResolveInput): Promise<Resolution> => {
  const { turn, bot, ports, policies } = input
  const budget = startBudget(input.budgetMs)
  const timings: Record<string, number> = {}
  const read = await readTurn({ turn, ports, budget })
  const tellingBoth = (decision: Decision) => besideSelfHarm(decision, turn.question, read)
  const before = (asked: Turn) => {
    const decision = decideBefore(asked, read, bot, policies)
    return decision && tellingBoth(decision)
  }
  const early = before(turn)
  timings.triggers = budget.spent()
  if (early)
    return (
      (await declinedByText({ ...input, early, budget, timings })) ?? {
        decision: early,
        considered: [],
        degraded: [],
        timings: total(timings, budget),
      }
    )

  const understood = await understand({ ...input, budget, timings })
  const part = await askInParts({
    ...input,
    question: understood.question,
    isRewritten: understood.generation?.rewritten !== undefined,
    budget,
    timings,
  })
  const { decision, passages, degraded: missing, corrections, searched, features, request } = part
  const late = corrections.length > 0 ? before(asMeant(turn, corrections)) : null
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
    decision.outcome === 'answered' || worded.decision.outcome !== 'refused'
      ? worded.decision
      : await preciseReason({ decision, request, ports, budget })
  const degraded: Degradation[] = worded.failed ? [...missing, 'llm'] : missing
  const { generation } = worded
  const readAgain = (question: string) => readTurn({ turn: { ...turn, question }, ports, budget })
  return {
    decision: tellingBoth(
      await afterMiss({ decision: precise, passages }, turn, { read, readAgain, policies }),
    ),
    considered: passages,
    degraded,
    timings: total(timings, budget),
    searched,
    ...(features && { features }),
    ...(generation && { generation }),
    ...(read && { aside: share(read.found, ({ label }) => ASIDE.has(label)) }),
  }
}

/** What is none of our business may be what a text says that there is no advice on: its words are better than ours. */
const declinedByText = async (
  o: ResolveInput & { early: Decision; budget: Budget; timings: Record<string, number> },
): Promise<Resolution | null> => {
  const { early, turn, ports, budget, timings } = o
  if (early.outcome !== 'refused' || early.talk !== 'other' || !ports.mayDecline) return null
  const looked = await withinTime(() => ports.mayDecline!(), budget.left() * READ_SHARE).catch(() => false)
  if (!looked) return null
  const question = retrievalQuestion(turn)
  const { decision, passages, degraded, searched, features } = await askInParts({ ...o, question })
  if (decision.outcome !== 'refused' || decision.reason !== 'not_advised') return null
  return {
    decision,
    considered: passages,
    degraded,
    timings: total(timings, budget),
    ...(searched && { searched }),
    ...(features && { features }),
  }
}

/** A turn that asks several things is asked in parts; as a whole where no part has an answer of its own. */
export const askInParts = async (
  o: ResolveInput & {
    question: string
    /** Whether a language model has put it into words that stand alone. */
    isRewritten?: boolean
    budget: Budget
    timings: Record<string, number>
  },
): Promise<AskedPart> => {
  const { turn, bot, question, isRewritten = false, ports } = o
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
  const things = thingsIn(turn, question, ports.readsContext === true && !isRewritten)
  return askThings(things, { whole: question, locale: turn.locale, ask })
}

/** A follow-up is one thing where it is read with what it follows. */
const thingsIn = (turn: Turn, question: string, inContext: boolean): ReadThing[] => {
  const followUp = inContext ? thingInContext(turn) : null
  return followUp && followUp.readings.join() !== question ? [followUp] : readThings(question, turn.locale)
}

const asMeant = (turn: Turn, corrections: readonly Correction[]): Turn => ({
  ...turn,
  question: mended(turn.question, corrections),
})

/** How much of the time reading the turn may take; without it the patterns stand alone. */
const READ_SHARE = 0.2

const readTurn = async (o: { turn: Turn; ports: ResolvePorts; budget: Budget }): Promise<ReadTurn | null> => {
  const { readTurn: read } = o.ports
  if (!read) return null
  return step('read_turn', () =>
    withinTime(() => read(o.turn), o.budget.left() * READ_SHARE).catch(() => null),
  )
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
  if (decision.outcome !== 'refused' || decision.reason === 'not_advised' || !explainMiss) return decision
  try {
    const reason = await step('explain_refusal', () => withinTime(() => explainMiss(request), budget.left()))
    return reason ? { ...decision, reason } : decision
  } catch {
    return decision
  }
}

const total = (timings: Record<string, number>, budget: Budget): Record<string, number> => ({
  ...timings,
  total: budget.spent(),
})
