import type { Command } from 'commander'
import { print, wantsJson, withJson } from '../output'
import type { IngestResult } from '../ingest'

export const addIngestCommand = (program: Command): void => {
  withJson(program.command('ingest <path...>'))
    .description('import files or folders as drafts; with --approve-as, sign, publish and index them too')
    .option('--approve-as <email>', 'an approver, in whose name what was imported is signed and published')
    .action(async (paths: string[], options: { approveAs?: string }, command: Command) => {
      // Loaders take a while to load, and the other commands need none.
      const [{ getDeps }, { ingest }] = await Promise.all([import('../../src/deps'), import('../ingest')])
      const result = await ingest(await getDeps(), {
        paths,
        approveAs: options.approveAs,
        quiet: wantsJson(command),
      })
      print(command, result, inWords)
    })
}

const inWords = (result: IngestResult): string =>
  [
    `${result.documents} documents: ${result.added} new or changed, ${result.kept} as they were, ${result.failed.length} failed (${result.seconds} s).`,
    ...formatTable(result),
    ...result.failed.map(({ file, error }) => `  ${file}: ${error}`),
    ...Object.entries(result.skipped).map(
      ([extension, count]) => `  ${count} × ${extension} skipped: no loader reads this format.`,
    ),
    ...duplicateLines(result),
    result.published
      ? `${result.published} published, ${result.chunks} chunks indexed, ${result.retired} retired.`
      : result.added
        ? 'They are drafts: bots say nothing of them until someone else signs them in the admin. --approve-as EMAIL signs what an import adds or changes.'
        : 'Nothing to do.',
  ].join('\n')

const formatTable = ({ formats }: IngestResult): string[] => {
  const row = (cells: (string | number)[]) =>
    cells.map((cell, i) => (i === 0 ? `  ${cell}`.padEnd(12) : String(cell).padStart(8))).join('')
  const rows = Object.entries(formats).sort(([a], [b]) => a.localeCompare(b))
  return [
    ['format', 'files', 'parsed', 'failed'],
    ...rows.map(([extension, n]) => [extension, n.files, n.parsed, n.failed]),
  ].map(row)
}

const SHOWN_DUPLICATES = 30

const duplicateLines = ({ duplicates }: IngestResult): string[] => {
  if (duplicates.length === 0) return []
  const more = duplicates.length - SHOWN_DUPLICATES
  return [
    `${duplicates.length} pairs of documents say the same, or nearly; keep one of each:`,
    ...duplicates
      .slice(0, SHOWN_DUPLICATES)
      .map(({ a, b, similarity }) => `  ${(similarity * 100).toFixed(1)} %  ${a}  ${b}`),
    ...(more > 0 ? [`  and ${more} more (--json lists them all)`] : []),
  ]
}
