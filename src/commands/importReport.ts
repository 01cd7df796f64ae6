import type { Duplicate } from '../../ingestion/duplicates'
import { Omissions, type OmissionNotice } from '../../ingestion/omissions'
import type { LoadFailure } from '../../ingestion/types'

export interface ImportReport {
  /** Documents in the items that were read or known, whether or not they changed. */
  documents: number
  /** New documents, now drafts or published. */
  created: number
  /** Documents with a new version that says what the source says now. */
  changed: number
  /** Documents that the source left as they were. */
  unchanged: number
  /** Documents whose place in the source is another one now. */
  moved: number
  /** Keys of documents that are gone from the source since this run. */
  vanished: string[]
  /** Documents that were gone and are back. */
  returned: number
  /** Keys of documents that were edited here and changed there, and that nobody vouched for since. */
  conflicts: string[]
  /** Documents published by this run. */
  published: number
  /** What could not be read, saved or published. */
  failed: LoadFailure[]
  /** What could not be listed; where there is any, nothing counts as gone. */
  unlisted: LoadFailure[]
  /** What was left out, or read with a reservation, by item: hidden text, comments, drafts, symbolic links. */
  omissions: OmissionNotice[]
  /** Items that no loader reads, by extension. */
  skipped: Record<string, number>
  /** Items that a loader reads, by extension. */
  formats: Record<string, FormatCount>
  /** Pairs that say the same or nearly, among the documents whose items were read in this run. */
  duplicates: Duplicate[]
}

interface FormatCount {
  files: number
  /** Items that gave at least one document. */
  parsed: number
  failed: number
}

export const emptyReport = (): ImportReport => ({
  documents: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  moved: 0,
  vanished: [],
  returned: 0,
  conflicts: [],
  published: 0,
  failed: [],
  unlisted: [],
  omissions: [],
  skipped: {},
  formats: {},
  duplicates: [],
})

/** Counts one item, by whether it gave documents. */
export const countFile = (report: ImportReport, extension: string, documents: number): void =>
  addFormat(report, extension, {
    files: 1,
    parsed: documents > 0 ? 1 : 0,
    failed: documents > 0 ? 0 : 1,
  })

/** Counts one item that no loader reads. */
export const countSkipped = (report: ImportReport, extension: string): void => {
  const name = extension || '(none)'
  report.skipped[name] = (report.skipped[name] ?? 0) + 1
}

/** What was left out of all items together, a line a kind. */
export const omissionsOf = ({ omissions }: Pick<ImportReport, 'omissions'>) => {
  const all = new Omissions()
  for (const notice of omissions) all.addAll(notice.omissions)
  return all.list()
}

const COUNTS = ['documents', 'created', 'changed', 'unchanged', 'moved', 'returned', 'published'] as const
const LISTS = ['vanished', 'conflicts', 'failed', 'unlisted', 'omissions', 'duplicates'] as const

/** Adds one report to another. */
export const addReport = (total: ImportReport, report: ImportReport): void => {
  for (const key of COUNTS) total[key] += report[key]
  for (const key of LISTS) (total[key] as unknown[]).push(...report[key])
  for (const [extension, count] of Object.entries(report.skipped))
    total.skipped[extension] = (total.skipped[extension] ?? 0) + count
  for (const [extension, count] of Object.entries(report.formats)) addFormat(total, extension, count)
}

const addFormat = (report: ImportReport, extension: string, count: FormatCount): void => {
  const known = report.formats[extension] ?? { files: 0, parsed: 0, failed: 0 }
  report.formats[extension] = {
    files: known.files + count.files,
    parsed: known.parsed + count.parsed,
    failed: known.failed + count.failed,
  }
}
