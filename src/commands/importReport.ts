import { extname } from 'node:path'
import type { Duplicate } from '../../ingestion/duplicates'
import type { LoadFailure } from '../../ingestion/types'

export interface ImportReport {
  /** Documents in the files that were read or known, whether or not they changed. */
  documents: number
  /** New or changed documents, now drafts or published. */
  added: number
  /** Documents that are as they were. */
  kept: number
  /** Documents published by this run. */
  published: number
  failed: LoadFailure[]
  /** Files that no loader reads, by extension. */
  skipped: Record<string, number>
  /** Files that a loader reads, by extension. */
  formats: Record<string, FormatCount>
  /** Pairs that say the same or nearly, among the documents whose files were read in this run. */
  duplicates: Duplicate[]
}

interface FormatCount {
  files: number
  /** Files that gave at least one document. */
  parsed: number
  failed: number
}

export const emptyReport = (): ImportReport => ({
  documents: 0,
  added: 0,
  kept: 0,
  published: 0,
  failed: [],
  skipped: {},
  formats: {},
  duplicates: [],
})

/** Counts one file, by whether it gave documents. */
export const countFile = (report: ImportReport, key: string, documents: number): void =>
  addFormat(report, extname(key).toLowerCase(), {
    files: 1,
    parsed: documents > 0 ? 1 : 0,
    failed: documents > 0 ? 0 : 1,
  })

/** Adds one report to another. */
export const addReport = (total: ImportReport, report: ImportReport): void => {
  for (const key of ['documents', 'added', 'kept', 'published'] as const) total[key] += report[key]
  total.failed.push(...report.failed)
  total.duplicates.push(...report.duplicates)
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
