import canonicalize from 'canonicalize'
import type { Payload, PayloadRequest } from 'payload'
import type { ImpactReport as ReportRow } from '../../../payload-types'
import { sha256 } from '../../governance/hash'
import type { Governed } from '../../governance/types'
import { readAhead, readOnce } from '../../records/readOnce'
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

const reportsOn = ({ collection, id }: Pick<OfVersion, 'collection' | 'id'>): string =>
  `reports on ${collection}/${id}`

/** Looks up, with one query for many documents, which of them have no report; in a transaction that remembers. */
export const readReportsAhead = (
  req: PayloadRequest,
  documents: readonly Pick<OfVersion, 'collection' | 'id'>[],
): Promise<void> =>
  readAhead(req, {
    names: documents.map(reportsOn),
    none: false,
    read: async () => {
      const { docs } = await req.payload.db.find<ReportRow>({
        collection: 'impact-reports',
        where: { documentId: { in: documents.map(({ id }) => id) } },
        select: { documentCollection: true, documentId: true },
        pagination: false,
        limit: 0,
        req,
      })
      return new Map(
        docs.map((row) => [reportsOn({ collection: row.documentCollection, id: row.documentId }), true]),
      )
    },
  })

/** The latest report of exactly this text; null where none was asked for. */
export async function standingReport(
  payload: Payload,
  { collection, id, version, contentHash }: OfVersion,
  req?: PayloadRequest,
): Promise<StandingReport | null> {
  if (!(await readOnce(req, reportsOn({ collection, id }), async () => true))) return null
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
