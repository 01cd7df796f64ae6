import type { Payload } from 'payload'
import { signaturesOn } from '../../records/approval'
import { idOf } from '../../records/content'
import type { ConflictWaiver, TextConflict } from '../../commands/conflicts/conflict'
import { standingReport } from '../../commands/impact/standingReport'
import { standingApprovals } from '../../governance/signatures'
import type { Approval, Governed } from '../../governance/types'
import type { Approval as ApprovalRow, User } from '../../../payload-types'
import { rolesWords } from '../words'
import type { Signature } from './types'
import { signedWaivers } from './signedWaivers'

/** The signatures that count for exactly this text, the first first. */
export const readSignatures = async (
  payload: Payload,
  document: Governed,
  approvals: readonly Approval[],
): Promise<Signature[]> => {
  const signers = standingApprovals(document, approvals).map(({ approver }) => approver)
  if (!signers.length) return []
  const rows = await signaturesOn(payload, { document, version: document.version, depth: 1 })
  const counting = rows.filter((row) => signers.includes(idOf(row.approver) ?? ''))
  const conflicts = counting.some(waiversOf) ? await conflictsOn(payload, document) : []
  return counting.map((row) => ({
    name: nameOf(row.approver),
    roles: rolesWords(row.approverRoles ?? []),
    onBehalfOf: row.onBehalfOf ? nameOf(row.onBehalfOf) : null,
    at: row.createdAt,
    comment: row.comment ?? null,
    waivers: signedWaivers(waiversOf(row) ?? [], conflicts),
  }))
}

const waiversOf = (row: ApprovalRow): ConflictWaiver[] | null =>
  (row.waivers ?? null) as ConflictWaiver[] | null

const conflictsOn = async (payload: Payload, document: Governed): Promise<readonly TextConflict[]> =>
  (await standingReport(payload, document))?.report?.conflicts ?? []

const nameOf = (person: string | User): string =>
  typeof person === 'object' ? person.name : 'A person who has left'
