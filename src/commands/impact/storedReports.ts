import type { DocumentRef } from '../../../ingestion/releases'
import type { ImpactReport as ReportRow } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { sentenceOf } from '../../errors'
import { readGoverned } from '../governedDocument'
import { makeReport } from './makeReport'
import { queueReport } from './queueReport'
import { reportHashOf } from './standingReport'

/** Has the worker make a report on a person’s word, of the version as it stands. @throws {NotFoundError} when there is no such document. */
export const askForReport = ({ payload }: Pick<Deps, 'payload'>, ref: DocumentRef): Promise<void> =>
  inTransaction({ payload }, async (req) =>
    queueReport(req, (await readGoverned({ payload, req, ...ref })).document),
  )

/** The worker's part: makes a report that waits, if its version is still the one to be judged. */
export async function runReport(deps: Deps, reportId: string): Promise<void> {
  const { payload } = deps
  const row = await payload.db.findOne<ReportRow>({
    collection: 'impact-reports',
    where: { id: { equals: reportId } },
    req: {},
  })
  if (row?.state !== 'queued') return
  const ref = { collection: row.documentCollection, id: row.documentId }
  const keep = (data: Partial<ReportRow>) =>
    payload.db.updateOne({ collection: 'impact-reports', id: row.id, data, req: {} })
  const { document } = await readGoverned({ payload, ...ref })
  if (document.contentHash !== row.contentHash || document.state !== 'in_review') {
    await keep({ state: 'failed', problem: 'It was no longer in review when its turn came.' })
    return
  }
  try {
    const report = await makeReport(deps, ref)
    await keep({ state: 'done', report: { ...report }, reportHash: reportHashOf(report) })
  } catch (error) {
    const problem = sentenceOf(error)
    if (!problem) throw error
    await keep({ state: 'failed', problem })
  }
}
