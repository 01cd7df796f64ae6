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
    ...result.failed.map(({ file, error }) => `  ${file}: ${error}`),
    ...Object.entries(result.skipped).map(
      ([extension, count]) => `  ${count} × ${extension} skipped: no loader for this format yet.`,
    ),
    result.published
      ? `${result.published} published, ${result.chunks} chunks indexed, ${result.retired} retired.`
      : result.added
        ? 'They are drafts: bots say nothing of them until someone else signs them in the admin. --approve-as EMAIL signs what an import adds or changes.'
        : 'Nothing to do.',
  ].join('\n')
