import type { Payload } from 'payload'
import { policyOf } from '../../escalation/builtIn'
import type { EscalationLabel, PolicyInForce } from '../../escalation/policy'
import { pagesOf } from '../../database/pages'
import type { Answer } from '../../../payload-types'
import { ESCALATION_LABELS } from '../../vocabulary'
import { readTeams } from '../handovers/readTeams'
import { isDraft, readDraftPolicies, type DraftPolicy } from './drafts'
import { escalationPoliciesAt } from './policiesAt'

/** One label as the room shows it. */
export interface LabelState {
  label: EscalationLabel
  policy: PolicyInForce
  /** Its own, else of the topic that takes over for it; null where the topic of the question decides. */
  queue: string | null
  /** The working copy, where there is one. */
  row: DraftPolicy['row'] | null
  /** Whether the working copy says something else than what is in force. */
  hasDraft: boolean
  /** How often a turn was handed over for it in the last thirty days. */
  fired: number
}

export interface EscalationState {
  labels: LabelState[]
  /** How many labels have a policy of the company’s own in force. */
  own: number
  faults: string[]
}

/** How far back is counted. */
export const FIRED_DAYS = 30

/** Everything that the room of escalation shows. */
export async function readEscalation(payload: Payload, now = Date.now()): Promise<EscalationState> {
  const [{ policies, faults }, drafts, teams, fired] = await Promise.all([
    escalationPoliciesAt(payload, { at: now }),
    readDraftPolicies(payload),
    readTeams(payload),
    countFired(payload, now),
  ])
  const labels = ESCALATION_LABELS.map((label): LabelState => {
    const policy = policyOf(policies, label)
    const draft = drafts.get(label)
    return {
      label,
      policy,
      queue: policy.queue ?? teams.get(label) ?? null,
      row: draft?.row ?? null,
      hasDraft: draft !== undefined && isDraft(draft),
      fired: fired.get(label) ?? 0,
    }
  })
  return { labels, faults, own: labels.filter(({ policy }) => policy.source !== null).length }
}

/** By the policy that the receipt names; a receipt of before names only its reason. */
async function countFired(payload: Payload, now: number): Promise<ReadonlyMap<EscalationLabel, number>> {
  const counts = new Map<EscalationLabel, number>()
  const since = new Date(now - FIRED_DAYS * 24 * 3_600_000).toISOString()
  for await (const page of pagesOf<Answer>(payload, {
    collection: 'answers',
    by: 'createdAt',
    where: { and: [{ outcome: { equals: 'escalated' } }, { createdAt: { greater_than_equal: since } }] },
    select: { reason: true, versions: true },
  }))
    for (const row of page) {
      const named = (row.versions as { escalatedBy?: string | null } | null)?.escalatedBy ?? row.reason ?? ''
      const label = ESCALATION_LABELS.find((each) => each === named.split(' ')[0])
      if (label) counts.set(label, (counts.get(label) ?? 0) + 1)
    }
  return counts
}
