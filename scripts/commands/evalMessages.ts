import type { Command } from 'commander'
import type { MessagesReport } from '../../evals/messages/askMessages'
import type { Bot } from '../../payload-types'
import type { Deps } from '../../src/deps'
import { assertFolder } from '../../src/readTextFile'
import { print, showProgress, wantsJson, withJson } from '../output'
import { inTemporaryInstallation } from '../temporaryInstallation'

interface Options {
  installed?: boolean
  documents?: string
  bot?: string
  wrong?: boolean
}

/** `eval messages`: what customers type, in several turns, asked of the demo, of documents, or of this installation. */
export const addMessagesCommand = (parent: Command): void => {
  withJson(parent.command('messages <file>'))
    .description(
      'ask customers’ messages, with the turns before them, and compare the replies with what is expected',
    )
    .option('--installed', 'ask this installation; else the demo, published for this time')
    .option(
      '--documents <folder>',
      'ask these documents, signed and published for this time, instead of the demo',
    )
    .option('--bot <name>', 'which bot of this installation')
    .option('--wrong', 'list the replies that are not as expected, or that a person must judge')
    .action(async (file: string, options: Options, command: Command) => {
      const { readFieldMessages } = await import('../../evals/messages/fieldMessage')
      const messages = await readFieldMessages(file)
      if (options.documents) await assertFolder(options.documents)
      const report = await withInstallation(options, async (deps, bot) => {
        const { askMessages } = await import('../../evals/messages/askMessages')
        const bar = showProgress('asking', { quiet: wantsJson(command) })
        const asked = await askMessages(deps, {
          bot,
          messages,
          onProgress: (done, of) => bar.update(done, of),
        })
        bar.stop()
        return asked
      })
      print(command, report, (each) => formatMessages(each, Boolean(options.wrong)))
    })
}

const withInstallation = async <T>(
  options: Options,
  run: (deps: Deps, bot: Bot) => Promise<T>,
): Promise<T> => {
  if (options.installed) {
    const [{ getDeps }, { botByName }] = await Promise.all([import('../../src/deps'), import('./ask')])
    const deps = await getDeps()
    return run(deps, await botByName(deps.payload, options.bot))
  }
  return inTemporaryInstallation(async (deps) => {
    const { publishDemo, publishFolder } = await import('../demo/publish')
    return run(
      deps,
      (options.documents ? await publishFolder(deps, options.documents) : await publishDemo(deps)).bot,
    )
  })
}

const formatMessages = ({ right, of, byCategory, messages }: MessagesReport, wrong: boolean): string => {
  const categories = Object.entries(byCategory)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([category, row]) => `  ${category.padEnd(14)} ${row.right} of ${row.of}`)
  const listed = messages.flatMap(({ id, question, faults, outcome, reason, message, expected }) =>
    !wrong || faults?.length === 0
      ? []
      : [
          `${id} ${question}\n    ${faults ? faults.join('; ') : `expected: ${expected}`}\n    ${outcome}${reason ? ` (${reason})` : ''}: ${message.slice(0, 200)}`,
        ],
  )
  const unjudged = messages.filter(({ faults }) => faults === null).length
  return [
    `${right} of ${of} right${unjudged ? `; ${unjudged} for a person to judge` : ''}`,
    ...categories,
    ...listed,
  ].join('\n')
}
