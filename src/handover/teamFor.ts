import { isDanger } from '../answer/severity'
import { queueOf } from '../escalation/words'
import type { Decision, EscalatedBy, Resolution } from '../answer/types'
import type { HandoverCause } from '../vocabulary'

/** The queues of the topics that take over for what a person is needed for. */
export type Teams = ReadonlyMap<HandoverCause, string>

/** Who takes over, and what they are told that it is about; null where nothing says so. */
export interface Team {
  queue: string | null
  topic: string | null
}

/**
 * Whom a hand-over goes to: the team that its policy names; then who takes over for its cause; then the team of the topic that people alone answer; then that of the
 * first text that was found. Who is in danger is never passed to a team for what their words happen to resemble.
 */
export function teamFor(
  decision: Extract<Decision, { outcome: 'escalated' }>,
  {
    considered,
    teams,
    escalatedBy,
  }: Pick<Resolution, 'considered'> & { teams: Teams; escalatedBy?: EscalatedBy | undefined },
): Team {
  const { about, reason } = decision
  const named = escalatedBy && queueOf(escalatedBy.policy, escalatedBy.at)
  const queue = named ?? (about && teams.get(about)) ?? teams.get(reason) ?? null
  if (isDanger(decision)) return { queue, topic: null }
  const topic = decision.topic ?? considered.find((passage) => passage.topic !== null)?.topic ?? null
  return { queue: queue ?? topic?.queue ?? null, topic: topic?.name ?? null }
}
