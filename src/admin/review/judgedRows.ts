import type { Payload } from 'payload'
import { afterLastRequest, approvalOf } from '../../../collections/governed/approval'
import type { JudgedRelease } from '../../commands/governedOf'
import type { Approval } from '../../governance/types'
import type { Approval as ApprovalRow } from '../../../payload-types'

/** The releases of many documents, by document, in the order in which they were published; without their texts. */
export const findReleases = async (
  payload: Payload,
  ids: readonly string[],
): Promise<Map<string, JudgedRelease[]>> => {
  if (!ids.length) return new Map()
  const { docs } = await payload.find({
    collection: 'releases',
    where: { documentId: { in: [...ids] } },
    sort: 'sequence',
    depth: 0,
    pagination: false,
    select: {
      documentId: true,
      version: true,
      validFrom: true,
      validTo: true,
      withdrawnAt: true,
      riskTier: true,
      topic: true,
    },
  })
  return byDocument(docs)
}

/** The signatures of many documents, by document, that were given since changes were last asked for. */
export const findApprovals = async (
  payload: Payload,
  ids: readonly string[],
): Promise<Map<string, Approval[]>> => {
  if (!ids.length) return new Map()
  const { docs } = await payload.find({
    collection: 'approvals',
    where: { documentId: { in: [...ids] } },
    sort: 'createdAt',
    depth: 0,
    pagination: false,
  })
  return new Map(
    Array.from(byDocument<ApprovalRow>(docs), ([id, rows]) => [
      id,
      [...new Set(rows.map(({ version }) => version))].flatMap((version) =>
        afterLastRequest(rows.filter((row) => row.version === version)).map(approvalOf),
      ),
    ]),
  )
}

const byDocument = <Row extends { documentId: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const map = new Map<string, Row[]>()
  for (const row of rows) map.set(row.documentId, [...(map.get(row.documentId) ?? []), row])
  return map
}
