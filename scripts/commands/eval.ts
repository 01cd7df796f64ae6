import type { Command } from 'commander'
import { getDeps } from '../../src/deps'
import { AUDIENCES, type Audience } from '../../src/vocabulary'
import { VouchError } from '../../src/errors'
import { botByName } from './ask'
import { addStoredCommands } from './evalStored'
import { print, showProgress, wantsJson, withJson } from '../output'

interface EvalOptions {
  set?: string
  questions?: string
  bot?: string
  wordsOnly?: boolean
}

export const addEvalCommand = (program: Command): void => {
  const command = withJson(program.command('eval'))
    .description('measure retrieval and decisions on a set of questions whose documents were ingested')
    .option('--set <dir>', 'a folder with questions.jsonl (shape: evals/datasets/demo/README.md)')
    .option('--questions <file>', 'another file of questions')
    .option('--bot <name>', 'whose audiences count; public alone unless told')
    .option('--words-only', 'search by words alone, as if there were no model')
    .action(async (options: EvalOptions, command: Command) => {
      if (!options.set) throw new VouchError('Say which set: vouch eval --set DIR')
      const { runEval } = await import('../../evals/run')
      const deps = await getDeps()
      const audiences: readonly Audience[] = options.bot
        ? (await botByName(deps.payload, options.bot)).audiences
        : [AUDIENCES[0]]
      const bar = showProgress('asking', { quiet: wantsJson(command) })
      const result = await runEval(options.wordsOnly ? { ...deps, model: null } : deps, {
        set: options.set,
        ...(options.questions && { questions: options.questions }),
        audiences,
        onProgress: (done, total) => bar.update(done, total),
      })
      bar.stop()
      print(command, result, (value) => JSON.stringify(value, null, 2))
    })
  addStoredCommands(command)
}
