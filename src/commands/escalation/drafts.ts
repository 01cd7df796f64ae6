import type { Payload } from 'payload'
import type { EscalationPolicies, EscalationLabel, PolicyInForce } from '../../escalation/policy'
import { escalationPolicyOf } from '../../records/escalationPolicy'
import type { EscalationPolicy as Row } from '../../../payload-types'

/** A policy as somebody is writing it. */
export interface DraftPolicy {
  row: Pick<Row, 'id' | 'version' | 'workflowState' | 'liveVersion' | 'updatedAt'>
  /** Null while it is not filled in. */
  policy: PolicyInForce | null
}

/** Working copies of the policies by their label; those that were withdrawn or archived are none. */
export async function readDraftPolicies(payload: Payload): Promise<Map<EscalationLabel, DraftPolicy>> {
  const { docs } = await payload.find({
    collection: 'escalation-policies',
    where: { workflowState: { not_in: ['withdrawn', 'archived'] } },
    depth: 0,
    pagination: false,
  })
  return new Map(
    docs.map((row) => {
      const policy = escalationPolicyOf({ ...row })
      const source = { documentId: row.id, version: row.version, releaseId: `draft:${row.id}` }
      return [row.label, { row, policy: policy && { ...policy, source } }] as const
    }),
  )
}

/** Whether a working copy says something that is not in force yet. */
export const isDraft = ({ row }: DraftPolicy): boolean => row.liveVersion !== row.version

/** What would hold if every draft were signed; null where there is none. */
export function policiesWithDrafts(
  inForce: EscalationPolicies,
  drafts: ReadonlyMap<EscalationLabel, DraftPolicy>,
): EscalationPolicies | null {
  const changed = [...drafts.values()].flatMap((draft) =>
    draft.policy && isDraft(draft) ? [[draft.policy.label, draft.policy] as const] : [],
  )
  return changed.length > 0 ? new Map([...inForce, ...changed]) : null
}
