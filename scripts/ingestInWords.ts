import { describeOmission } from '../ingestion/omissions'
import { omissionsOf } from '../src/commands/importReport'
import type { IngestResult } from './ingest'
import { counted } from '../src/vocabulary'

/** 1 when something could not be listed. A file that cannot be read is told and no failure of the command. */
export const exitCodeOf = ({ notSynced, unlisted }: IngestResult): 0 | 1 =>
  notSynced.length + unlisted.length > 0 ? 1 : 0

/** What a sync did, for a person at a terminal. */
export const ingestInWords = (result: IngestResult): string =>
  [
    ...result.notSynced.map(({ file, error }) => `${file}: not synced. ${error}`),
    ...(result.synced > 0 ? countsInWords(result) : []),
  ].join('\n')

const countsInWords = (result: IngestResult): string[] => [
  `${counted(result.documents, 'document')}: ${countsOf(result)} (${result.seconds} s).`,
  ...formatTable(result),
  ...section('Could not be listed, so that nothing was marked as gone:', result.unlisted),
  ...section('Failed:', result.failed),
  ...section('Edited here and changed there; compare them in the admin:', result.conflicts),
  ...section('Gone where they came from; withdraw them, or keep them as yours:', result.vanished),
  ...Object.entries(result.skipped).map(
    ([extension, count]) => `  ${count} × ${extension} skipped: no loader reads this format.`,
  ),
  ...omissionLines(result),
  ...duplicateLines(result),
  lastLine(result),
]

const countsOf = (result: IngestResult): string =>
  [
    `${result.created} new`,
    `${result.changed} changed`,
    `${result.unchanged} unchanged`,
    `${result.moved} moved`,
    `${result.vanished.length} vanished`,
    ...(result.returned ? [`${result.returned} back`] : []),
    `${result.conflicts.length} in conflict`,
    `${result.failed.length + result.unlisted.length} failed`,
  ].join(', ')

const lastLine = ({ published, chunks, retired, created, changed }: IngestResult): string => {
  if (published) return `${published} published, ${counted(chunks, 'chunk')} indexed, ${retired} retired.`
  return created + changed
    ? 'They are drafts: bots say nothing of them until someone else signs them in the admin. --approve-as EMAIL signs drafts that say what their source says.'
    : 'Nothing to sign.'
}

const section = (head: string, lines: readonly (string | { file: string; error: string })[]): string[] =>
  lines.length
    ? [
        head,
        ...lines.map((line) => (typeof line === 'string' ? `  ${line}` : `  ${line.file}: ${line.error}`)),
      ]
    : []

const formatTable = ({ formats }: IngestResult): string[] => {
  const row = (cells: (string | number)[]) =>
    cells.map((cell, i) => (i === 0 ? `  ${cell}`.padEnd(12) : String(cell).padStart(8))).join('')
  if (Object.keys(formats).length === 0) return []
  const rows = Object.entries(formats).sort(([a], [b]) => a.localeCompare(b))
  return [
    ['format', 'files', 'parsed', 'failed'],
    ...rows.map(([extension, n]) => [extension, n.files, n.parsed, n.failed]),
  ].map(row)
}

/** A line a kind; which file it is of stands in --json. */
const omissionLines = (result: IngestResult): string[] => {
  const files = new Set(result.omissions.map(({ file }) => file)).size
  return section(
    `Left out, or read with a reservation, in ${counted(files, 'item')} (--json names them):`,
    omissionsOf(result).map(describeOmission),
  )
}

const SHOWN_DUPLICATES = 30

const duplicateLines = ({ duplicates }: IngestResult): string[] => {
  if (duplicates.length === 0) return []
  const more = duplicates.length - SHOWN_DUPLICATES
  return [
    `${counted(duplicates.length, 'pair')} of documents ${duplicates.length === 1 ? 'says' : 'say'} the same, or nearly; keep one of each:`,
    ...duplicates
      .slice(0, SHOWN_DUPLICATES)
      .map(({ a, b, similarity }) => `  ${(similarity * 100).toFixed(1)} %  ${a}  ${b}`),
    ...(more > 0 ? [`  and ${more} more (--json lists them all)`] : []),
  ]
}
