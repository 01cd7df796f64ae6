import type { Payload } from 'payload'
import { signaturesOn } from '../../records/approval'
import { idOf } from '../../records/content'
import { standingApprovals } from '../../governance/signatures'
import type { Approval, Governed } from '../../governance/types'
import type { User } from '../../../payload-types'
import { rolesWords } from '../words'
import type { Signature } from './types'

/** The signatures that count for exactly this text, the first first. */
export const readSignatures = async (
  payload: Payload,
  document: Governed,
  approvals: readonly Approval[],
): Promise<Signature[]> => {
  const signers = standingApprovals(document, approvals).map(({ approver }) => approver)
  if (!signers.length) return []
  const rows = await signaturesOn(payload, { document, version: document.version, depth: 1 })
  return rows
    .filter((row) => signers.includes(idOf(row.approver) ?? ''))
    .map((row) => ({
      name: nameOf(row.approver),
      roles: rolesWords(row.approverRoles ?? []),
      onBehalfOf: row.onBehalfOf ? nameOf(row.onBehalfOf) : null,
      at: row.createdAt,
      comment: row.comment ?? null,
    }))
}

const nameOf = (person: string | User): string =>
  typeof person === 'object' ? person.name : 'A person who has left'
