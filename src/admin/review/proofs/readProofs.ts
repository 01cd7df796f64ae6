import type { Payload } from 'payload'
import type { TextConflict } from '../../../commands/conflicts/conflict'
import { standingConflicts } from '../../../commands/conflicts/openConflicts'
import type { ReadGoverned } from '../../../commands/governedDocument'
import { questionsHashOf } from '../../../commands/impact/questionsHash'
import { standingReport, type StandingReport } from '../../../commands/impact/standingReport'

/** What lies before the approver of a version; the report is null where none was made. */
export interface Proofs extends Pick<StandingReport, 'report' | 'reportHash' | 'problem'> {
  state: StandingReport['state'] | 'none'
  /** The acceptance questions are others than those that the report asked. */
  stale: boolean
  /** What the report found that still stands: each must be waived by who signs. */
  conflicts: TextConflict[]
}

/** Reads the latest report on exactly this version. */
export async function readProofs(payload: Payload, { document, row }: ReadGoverned): Promise<Proofs> {
  const standing = await standingReport(payload, document)
  const report = standing?.report ?? null
  return {
    state: standing?.state ?? 'none',
    problem: standing?.problem ?? null,
    report,
    reportHash: standing?.reportHash ?? null,
    conflicts: await standingConflicts(payload, report?.conflicts ?? []),
    stale: report !== null && report.questionsHash !== questionsHashOf(row),
  }
}
