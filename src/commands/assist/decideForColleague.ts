import type { Calibration } from '../../answer/calibration'
import type { ResolvePorts } from '../../answer/find'
import { policyFor } from '../../answer/byPolicy'
import { decideBefore } from '../../answer/preRetrievalDecision'
import { askInParts } from '../../answer/resolve'
import { retrievalQuestion } from '../../answer/rewrite'
import { subjectOf } from '../../answer/subjectOf'
import type { AskingBot, Decision, Resolution, Turn } from '../../answer/types'
import { startBudget, withinTime } from '../../answer/withinTime'
import type { Deps } from '../../deps'
import type { EscalationPolicies } from '../../escalation/policy'
import type { RankedPassage } from '../../retrieval/types'
import type { Degradation } from '../../vocabulary'
import { answerPorts } from '../answerPorts'
import { activeCalibration } from '../calibrations'
import { policiesInTime } from '../decideTurn'

type Escalated = Extract<Decision, { outcome: 'escalated' }>

/** What the texts say to a turn, and why a bot would have passed it to a person; null where it would not. */
export interface DecidedForColleague {
  decision: Decision
  escalation: Escalated | null
  /** The policy by which it would have. */
  escalatedBy?: Resolution['escalatedBy']
  considered: RankedPassage[]
  degraded: Degradation[]
}

/** Of the time of an answer, what reading a turn may take. */
const READ_SHARE = 0.2

/**
 * Decides a turn as a bot would, but for what only says that a person is needed: one is there. So what asks for a person, and
 * what topics that people alone answer say, is looked up all the same. Stores nothing.
 */
export async function decideForColleague(
  deps: Deps,
  { turn, bot }: { turn: Turn; bot: AskingBot },
): Promise<DecidedForColleague> {
  await deps.encoder?.ready()
  const [calibration, { policies }] = await Promise.all([
    activeCalibration(deps.payload),
    policiesInTime(deps, turn.at),
  ])
  const ports = withoutReserve(answerPorts(deps, { calibration }).ports)
  const escalation = await escalationOf(turn, { ports, bot, policies, ms: deps.env.VOUCH_ANSWER_TIME_MS })
  const part = await askTexts(asLookedUp(turn, escalation), { ports, bot, calibration, deps })
  const { decision, passages, degraded } = part
  const escalatedBy = escalation && { policy: policyFor(escalation, policies), at: turn.at }
  return { decision, escalation, considered: passages, degraded, ...(escalatedBy && { escalatedBy }) }
}

/**
 * What is left of a turn without the words that a person is needed by. A wish or an outburst says something of its own, or
 * nothing: read with what came before it, it would be taken for that again.
 */
function asLookedUp(turn: Turn, escalation: Escalated | null): Turn {
  if (!escalation) return turn
  const question = subjectOf(turn.question, escalation.evidence)
  return { ...turn, question, messages: escalation.reason === 'sensitive_topic' ? turn.messages : [] }
}

const askTexts = (
  turn: Turn,
  {
    ports,
    bot,
    calibration,
    deps,
  }: { ports: ResolvePorts; bot: AskingBot; calibration: Calibration; deps: Deps },
) => {
  const budgetMs = deps.env.VOUCH_ANSWER_TIME_MS
  const budget = startBudget(budgetMs)
  const question = retrievalQuestion(turn)
  return askInParts({ turn, bot, ports, calibration, question, budgetMs, budget, timings: {} })
}

/** Topics that people alone answer are theirs now. */
const withoutReserve = (ports: ResolvePorts): ResolvePorts => ({
  ...ports,
  hydrate: async (candidates, visibility) =>
    (await ports.hydrate(candidates, visibility)).map((passage) =>
      passage.topic?.escalate
        ? Object.assign({}, passage, { topic: { ...passage.topic, escalate: false } })
        : passage,
    ),
})

async function escalationOf(
  turn: Turn,
  {
    ports,
    bot,
    policies,
    ms,
  }: { ports: ResolvePorts; bot: AskingBot; policies: EscalationPolicies; ms: number },
): Promise<Escalated | null> {
  const { readTurn } = ports
  const read = readTurn ? await withinTime(() => readTurn(turn), ms * READ_SHARE).catch(() => null) : null
  const decision = decideBefore(turn, read, bot, policies)
  return decision?.outcome === 'escalated' ? decision : null
}
