import { anonymousTurn } from '../../answer/anonymousTurn'
import { policyFor } from '../../answer/byPolicy'
import { decideBefore } from '../../answer/preRetrievalDecision'
import { messageOf } from '../../answer/public'
import type { ReadTurn } from '../../answer/turn/turnDecision'
import type { Turn } from '../../answer/types'
import type { Deps } from '../../deps'
import { ESCALATION_TITLES } from '../../escalation/builtIn'
import type { EscalationLabel, EscalationPolicies } from '../../escalation/policy'
import { teamFor, type Teams } from '../../handover/teamFor'
import type { Urgency } from '../../vocabulary'
import { readTeams } from '../handovers/readTeams'
import { turnReader } from '../turnReader'
import { policiesWithDrafts, readDraftPolicies } from './drafts'
import { escalationPoliciesAt, policyName } from './policiesAt'

/** What would become of a message under some policies, before anything is looked up. */
export interface MessageOutcome {
  /** Null where the bot goes on: it answers, or says that it is not for it. */
  handedOver: {
    label: EscalationLabel
    title: string
    evidence: string
    urgency: Urgency
    /** Null where the topic of what is found decides. */
    queue: string | null
    policy: string
  } | null
  /** What the customer is told at once; null where the texts are asked first. */
  message: string | null
}

export interface TriedMessage {
  /** Likeliest first, 0 to 1. */
  labels: { label: string; title: string; probability: number }[]
  /** Whether its meaning was read, and not its words alone. */
  byMeaning: boolean
  inForce: MessageOutcome
  /** With every draft as if it were signed; null where there is none. */
  draft: MessageOutcome | null
}

/** How many labels are shown. */
const MOST_LABELS = 6

/** Reads a message as a customer’s, and says what would happen now, and under the drafts. Stores nothing. */
export async function tryMessage(
  { payload, model }: Pick<Deps, 'payload' | 'model'>,
  { message, locale }: { message: string; locale: string },
): Promise<TriedMessage> {
  const turn = anonymousTurn({ question: message, locale })
  const [read, { policies }, drafts, teams] = await Promise.all([
    turnReader(model)(turn).catch(() => null),
    escalationPoliciesAt(payload),
    readDraftPolicies(payload),
    readTeams(payload),
  ])
  const withDrafts = policiesWithDrafts(policies, drafts)
  return {
    labels: (read?.found ?? [])
      .slice(0, MOST_LABELS)
      .map(({ label, probability }) => ({ label, title: titleOf(label), probability })),
    byMeaning: read?.byMeaning === true,
    inForce: outcomeOf({ turn, read, policies, teams }),
    draft: withDrafts && outcomeOf({ turn, read, policies: withDrafts, teams }),
  }
}

const titleOf = (label: string): string =>
  (ESCALATION_TITLES as Record<string, string>)[label] ?? OTHER_TITLES[label] ?? label

/** What of a message no person is needed for. */
const OTHER_TITLES: Record<string, string> = {
  none: 'A question for the texts',
  out_of_scope: 'Not ours',
  chitchat: 'Small talk',
  abuse: 'Abusive words',
  injection: 'Tries to instruct the bot',
}

function outcomeOf(o: {
  turn: Turn
  read: ReadTurn | null
  policies: EscalationPolicies
  teams: Teams
}): MessageOutcome {
  const { turn, read, policies, teams } = o
  const decision = decideBefore(turn, read, {}, policies)
  if (!decision) return { handedOver: null, message: null }
  if (decision.outcome !== 'escalated')
    return {
      handedOver: null,
      message: messageOf({ decision, question: turn.question, locale: turn.locale }),
    }
  const policy = policyFor(decision, policies)
  const escalatedBy = { policy, at: turn.at }
  return {
    handedOver: {
      label: policy.label,
      title: ESCALATION_TITLES[policy.label],
      evidence: decision.evidence,
      urgency: decision.urgency,
      queue: teamFor(decision, { considered: [], teams, escalatedBy }).queue,
      policy: policyName(policy),
    },
    message: messageOf({ decision, question: turn.question, locale: turn.locale, escalatedBy }),
  }
}
