import type { EscalationPolicies } from '../escalation/policy'
import type { RefusalReason } from '../vocabulary'
import type { AskedPart } from './askPart'
import { policyFor } from './byPolicy'
import { earlierMisses, MOST_MISSES } from './misses'
import { whatIsSpokenOf } from './speaksOf'
import { termsOf } from './terms'
import { asksNothing } from './turn/asksNothing'
import { suspectedDanger } from './turn/suspectedDanger'
import type { ReadTurn } from './turn/turnDecision'
import type { Decision, Turn } from './types'

type Told = Pick<AskedPart, 'decision' | 'passages'>

interface Reading {
  read: ReadTurn | null
  /** Reads another wording of the turn; rejects or takes too long where it cannot. */
  readAgain: (question: string) => Promise<ReadTurn | null>
  policies?: EscalationPolicies | undefined
}

/** Neither is for want of a text: nothing more is to be found out about it, and nobody missed anything. */
const SETTLED = new Set<RefusalReason>(['unavailable', 'not_advised'])

/**
 * What was decided by the texts, as it is told: talk that asks for nothing is small talk and no missing knowledge; what may be
 * about danger gets a person where the texts say nothing of it, and so does whoever got no answer twice before.
 */
export async function afterMiss(told: Told, turn: Turn, reading: Reading): Promise<Decision> {
  const { decision } = told
  const { read, policies } = reading
  const suspicion = suspectedDanger(read, { question: turn.question, policies })
  if (decision.outcome === 'answered')
    return suspicion && (await leavesOutDanger(told, turn, reading))
      ? { outcome: 'escalated', ...suspicion, confidence: decision.confidence, missed: 'insufficient' }
      : decision
  if (decision.outcome !== 'refused' || SETTLED.has(decision.reason)) return decision
  const aside = asksNothing(turn, read?.found ?? null)
  if (aside) return aside
  const { confidence, reason: missed } = decision
  if (suspicion) return { outcome: 'escalated', ...suspicion, confidence, missed }
  const misses = earlierMisses(turn)
  const { role, urgency } = policyFor({ reason: 'repeated' }, policies)
  return misses + 1 < MOST_MISSES || role === 'resolve'
    ? decision
    : {
        outcome: 'escalated',
        reason: 'repeated',
        evidence: `no answer ${misses + 1} times`,
        urgency,
        confidence,
        missed,
      }
}

/**
 * Whether what makes a turn dangerous is what its answer does not speak of: without those words nothing of danger is left to read.
 * How to clean a screen is no answer to “I have epilepsy, is the screen safe for me?”.
 */
async function leavesOutDanger(told: Told, { question, locale }: Turn, o: Reading): Promise<boolean> {
  const rest = whatIsSpokenOf(told, question, locale)
  if (rest === question) return false
  if (termsOf(rest, locale).size === 0) return true
  const read = await o.readAgain(rest).catch(() => null)
  return suspectedDanger(read, { question: rest, policies: o.policies }) === null
}
