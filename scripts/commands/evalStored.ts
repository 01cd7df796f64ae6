import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { EvalRun } from '../../payload-types'
import { queueStoredRun, recordEvalRun } from '../../src/commands/storedCases/evalRuns'
import { readStoredCases, toJsonLines } from '../../src/commands/storedCases/readStoredCases'
import type { CaseOutcome } from '../../src/commands/storedCases/caseOutcome'
import { getDeps } from '../../src/deps'
import { readTextFile } from '../../src/readTextFile'
import { counted } from '../../src/vocabulary'
import { drainJobs } from '../../src/worker'
import { print, showProgress, wantsJson, withJson } from '../output'

/** `eval stored` and `eval record`: what the room of evals lists. */
export const addStoredCommands = (parent: Command): void => {
  withJson(parent.command('stored'))
    .description('ask the eval cases that are kept in the CMS, as its room of evals does')
    .option('--export <file>', 'write them as a file of questions instead')
    .action(async (options: { export?: string }, command: Command) => {
      if (options.export) return exportCases(command, options.export)
      const run = await askStored(wantsJson(command))
      print(command, run, inWords)
      if (run.state !== 'done' || wrongIn(run).length) process.exitCode = 1
    })
  withJson(parent.command('record <file>'))
    .description('put a run that this command wrote on the list of the room of evals')
    .action(async (file: string, _: unknown, command: Command) => {
      const { runSummaryOf } = await import('../../evals/runSummary')
      const summary = runSummaryOf(await readTextFile(file), file)
      const { payload } = await getDeps()
      const id = await recordEvalRun(payload, summary)
      print(command, { id, ...summary }, () => `${summary.set}: listed under Evals.`)
    })
}

const exportCases = async (command: Command, file: string): Promise<void> => {
  const { payload } = await getDeps()
  const cases = await readStoredCases(payload)
  await writeFile(file, toJsonLines(cases))
  print(command, { file, cases: cases.length }, () => `${file}: ${counted(cases.length, 'case')}.`)
}

/** Queued like the room's, and done here unless another process works already. */
const askStored = async (quiet: boolean): Promise<EvalRun> => {
  const { payload, env } = await getDeps()
  const id = await queueStoredRun(payload, 'vouch eval stored')
  const bar = showProgress('asking', { quiet })
  await drainJobs({
    payload,
    databaseUri: env.databaseUri,
    onProgress: ({ waiting }) => bar.update(waiting ? 0 : 1, 1, `${counted(waiting, 'job')} left`),
  })
  bar.stop()
  return payload.findByID({ collection: 'eval-runs', id, depth: 0 })
}

const wrongIn = ({ results }: EvalRun): CaseOutcome[] =>
  (results as unknown as CaseOutcome[]).filter(({ problem }) => problem !== null)

const inWords = (run: EvalRun): string =>
  run.state === 'done'
    ? [
        ...wrongIn(run).map(({ question, problem }) => `✗ ${question}\n  ${problem}`),
        `${run.questions - wrongIn(run).length} of ${counted(run.questions, 'case')} ${run.questions === 1 ? 'is' : 'are'} right.`,
      ].join('\n')
    : `The run did not end: ${run.problem ?? run.state}.`
