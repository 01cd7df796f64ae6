import { Option, type Command } from 'commander'
import { SOURCE_KINDS, type SourceKind } from '../../src/vocabulary'
import { toEmail } from '../given'
import { print, wantsJson, withJson } from '../output'
import { exitCodeOf, ingestInWords } from '../ingestInWords'

interface Options {
  kind?: SourceKind
  name?: string
  approveAs?: string
}

export const addIngestCommand = (program: Command): void => {
  withJson(program.command('ingest <path-or-url...>'))
    .description(
      'add sources and sync them: texts become drafts, or with --approve-as are signed and published',
    )
    .addOption(new Option('--kind <kind>', 'what it is; guessed unless given').choices([...SOURCE_KINDS]))
    .option('--name <name>', 'what to call the source')
    .option(
      '--approve-as <email>',
      'an approver, in whose name the drafts that say what the source says are signed',
      toEmail,
    )
    .action(async (places: string[], options: Options, command: Command) => {
      // Loaders take a while to load, and the other commands need none.
      const [{ getDeps }, { ingest }] = await Promise.all([import('../../src/deps'), import('../ingest')])
      const result = await ingest(await getDeps(), { places, ...options, quiet: wantsJson(command) })
      print(command, result, ingestInWords)
      process.exitCode = exitCodeOf(result)
    })
}
