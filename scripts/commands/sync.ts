import type { Command } from 'commander'
import { VouchError } from '../../src/errors'
import { toEmail } from '../given'
import { print, wantsJson, withJson } from '../output'
import { exitCodeOf, ingestInWords } from '../ingestInWords'

interface Options {
  all?: boolean
  allowEmpty?: boolean
  again?: boolean
  approveAs?: string
}

export const addSyncCommand = (program: Command): void => {
  withJson(program.command('sync [name-or-id...]'))
    .description('sync registered sources again: what changed becomes drafts, what is gone is marked')
    .option('--all', 'every source')
    .option('--allow-empty', 'believe a source that is empty now and was not before')
    .option('--again', 'try again what could not be read, also files that were set aside')
    .option(
      '--approve-as <email>',
      'an approver, in whose name the drafts that say what the source says are signed',
      toEmail,
    )
    .action(async (names: string[], { all, ...options }: Options, command: Command) => {
      if (all === names.length > 0)
        throw new VouchError(
          'Say which sources, by name or id, or --all. npm run -s vouch -- sources lists them.',
        )
      const [{ getDeps }, { syncAll }, { readSources, sourceNamed }] = await Promise.all([
        import('../../src/deps'),
        import('../ingest'),
        import('../../src/commands/sources'),
      ])
      const deps = await getDeps()
      const wanted = all
        ? await readSources(deps.payload)
        : await Promise.all(names.map((name) => sourceNamed(deps.payload, name)))
      const result = await syncAll(deps, wanted, { ...options, quiet: wantsJson(command) })
      print(command, result, ingestInWords)
      process.exitCode = exitCodeOf(result)
    })
}
