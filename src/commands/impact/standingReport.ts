import canonicalize from 'canonicalize'
import type { Payload, PayloadRequest } from 'payload'
import type { ImpactReport as ReportRow } from '../../../payload-types'
import { sha256 } from '../../governance/hash'
import type { Governed } from '../../governance/types'
import type { ImpactReport } from './report'

/** A version of a document, to the letter. */
export type OfVersion = Pick<Governed, 'collection' | 'id' | 'version' | 'contentHash'>

/** What a signature keeps of a report: the same report has the same hash everywhere. */
export const reportHashOf = (report: ImpactReport): string => sha256(canonicalize(report) ?? '')

/** What is on record for a version: its latest report, which may still be made. */
export interface StandingReport {
  id: string
  state: ReportRow['state']
  problem: string | null
  report: ImpactReport | null
  reportHash: string | null
}

/** The latest report of exactly this text; null where none was asked for. */
export async function standingReport(
  payload: Payload,
  { collection, id, version, contentHash }: OfVersion,
  req?: PayloadRequest,
): Promise<StandingReport | null> {
  const { docs } = await payload.db.find<ReportRow>({
    collection: 'impact-reports',
    where: {
      and: [
        { documentCollection: { equals: collection } },
        { documentId: { equals: id } },
        { version: { equals: version } },
        { contentHash: { equals: contentHash } },
      ],
    },
    sort: '-createdAt',
    limit: 1,
    pagination: false,
    req: req ?? {},
  })
  const row = docs[0]
  if (!row) return null
  const report = (row.report ?? null) as unknown as ImpactReport | null
  return {
    id: row.id,
    state: row.state,
    problem: row.problem ?? null,
    report,
    // Made again: what was altered is not what was made, and is not signed.
    reportHash: report && reportHashOf(report) === row.reportHash ? row.reportHash : null,
  }
}
