import { BUILT_IN_POLICIES } from '../escalation/builtIn'
import type { EscalationPolicies } from '../escalation/policy'
import { readByPolicy } from './byPolicy'
import { acceptsOffer } from './triggers/acceptsOffer'
import { asksAboutBot } from './triggers/aboutBot'
import { injection } from './triggers/injection'
import { outOfScope } from './triggers/outOfScope'
import { escalationsByPatterns } from './triggers/registry'
import { sensitiveTopics } from './triggers/sensitiveTopic'
import { isDanger, mostSevere } from './severity'
import { earlierTurns, wasHandedOver } from './turn/earlierTurns'
import { followedTurns } from './turn/followedTurns'
import {
  escalationsRead,
  FAINT,
  forAPerson,
  isAside,
  isNotToBeMissed,
  type ReadEscalation,
  type ReadTurn,
} from './turn/turnDecision'
import type { AskingBot, Decision, Escalation, Turn } from './types'

type OfferingBot = Pick<AskingBot, 'next'>

/**
 * What is decided before anything is looked up, by patterns and by what the turn was read as. Danger comes before everything
 * else, whatever found it and wherever in the conversation it stands; then what is no question for the texts; then the rest
 * that a person is needed for.
 * @param read what the turn was read as; null where nothing read it.
 * @param policies what the company signed of each label; what ships with Vouch unless given.
 */
export function decideBefore(
  turn: Turn,
  read: ReadTurn | null,
  bot: OfferingBot = {},
  policies: EscalationPolicies = BUILT_IN_POLICIES,
): Decision | null {
  const { called, keep } = readByPolicy(turn.question, policies)
  const byPatterns = [...called, ...keep(escalationsByPatterns(turn).filter((each) => !isSlip(each, read)))]
  const byReading = read
    ? keep(escalationsRead(read, policies))
        .filter((each) => !isFaintBeside(each, byPatterns))
        .map(withoutProbability)
    : []
  const refused = refusalByPatterns(turn)
  const certain = [...byPatterns, ...(refused ? [] : byReading)].filter(isDanger)
  const unheard = earlierTurns(turn)
    .filter((earlier) => !wasHandedOver(turn, earlier, policies))
    .flatMap((earlier) => saidEarlier(earlier, { read, policies }))
    .filter(isDanger)
    .map(withoutProbability)
  if (certain.length > 0 || unheard.length > 0)
    return toAPerson(mostSevere([...byPatterns, ...byReading, ...unheard]))
  // Who asks whether this is a person is told, and offered one.
  const asked = byPatterns.filter(
    ({ reason }) => !(reason === 'asks_for_person' && asksAboutBot(turn.question)),
  )
  const accepted = refused?.reason === 'injection' ? null : acceptsOffer(turn, bot)
  if (asked.length > 0) return toAPerson(mostSevere([...asked, ...(refused ? [] : byReading)]))
  if (refused?.reason === 'injection') return refused
  if (accepted) return toAPerson(accepted)
  if (refused) return refused
  const escalation = mostSevere([...byReading, ...stillForAPerson(turn, { read, policies })])
  if (escalation) return toAPerson(escalation)
  return read && isAside(read) ? { ...NOT_OURS, talk: 'other' } : null
}

const NOT_OURS = { outcome: 'refused', reason: 'out_of_scope', confidence: null } as const

function refusalByPatterns({ question }: Turn): Extract<Decision, { outcome: 'refused' }> | null {
  if (injection(question)) return { outcome: 'refused', reason: 'injection', confidence: null }
  const talk = outOfScope(question)
  return talk ? { ...NOT_OURS, talk } : null
}

/** Whether a pattern took a word for what it does not mean here; never of a life that may be at stake. */
const isSlip = ({ about }: Escalation, read: ReadTurn | null): boolean =>
  about !== 'self_harm' && read?.byMeaning === true && mostForAPerson(read) < read.thresholds.veto

/** Who plainly cancels is not told what helps in danger because a few words are alike. */
const isFaintBeside = ({ probability }: ReadEscalation, byPatterns: readonly Escalation[]): boolean =>
  probability < FAINT && byPatterns.length > 0

const withoutProbability = ({ reason, urgency, evidence, about }: Escalation): Escalation => ({
  reason,
  urgency,
  evidence,
  ...(about && { about }),
})

const mostForAPerson = ({ found, parts = [] }: ReadTurn): number =>
  Math.max(...[found, ...parts].map(forAPerson))

interface Reading {
  read: ReadTurn | null
  policies: EscalationPolicies
}

/** What a person is needed for in one thing that the customer said before. */
function saidEarlier(
  question: string,
  { read, policies }: Reading,
): (Escalation & { probability?: number })[] {
  const found = read?.earlier?.get(question)
  const byReading = found && read ? escalationsRead({ found, thresholds: read.thresholds }, policies) : []
  const { called, keep } = readByPolicy(question, policies)
  return [...called, ...keep([...sensitiveTopics({ question }), ...byReading])].map((each) =>
    Object.assign({}, each, { evidence: `earlier: ${each.evidence}` }),
  )
}

/**
 * Danger, grief or distress that went to a person, where this turn goes on with it (“what should I do?”, “can I still charge it?”):
 * the texts speak of ordinary days, and what they say of it may do harm. A question that stands alone is answered.
 */
const stillForAPerson = (turn: Turn, { read, policies }: Reading): Escalation[] =>
  followedTurns(turn)
    .filter((earlier) => wasHandedOver(turn, earlier, policies))
    .flatMap((earlier) => saidEarlier(earlier, { read, policies }))
    .filter((each) => isNotToBeMissed(each) && (each.probability ?? 1) >= FAINT)
    .map(withoutProbability)

const toAPerson = (escalation: Escalation | null): Decision | null =>
  escalation && { outcome: 'escalated', ...escalation, confidence: null }
