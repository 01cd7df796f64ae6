import type { Command } from 'commander'
import { getDeps } from '../../src/deps'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { print, withJson } from '../output'

export const addVerifyCommand = (program: Command): void => {
  withJson(program.command('verify'))
    .description(
      'check every release against its signatures, every chunk against its release, the index against both',
    )
    .action(async (_, command: Command) => {
      const result = await verifyInstallation(await getDeps())
      print(command, result, ({ checked, breaks }) =>
        [
          `${checked.releases} releases, ${checked.chunks} chunks, ${checked.points} points checked.`,
          ...(breaks.length
            ? breaks.map((line) => `✗ ${line}`)
            : ['Everything that can be served was signed.']),
        ].join('\n'),
      )
      if (result.breaks.length) process.exitCode = 1
    })
}
