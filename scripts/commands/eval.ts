import path from 'node:path'
import type { Command } from 'commander'
import { getEnv } from '../../src/env'
import { VouchError } from '../../src/errors'
import { AUDIENCES, type Audience } from '../../src/vocabulary'
import type { EvalRun } from '../../evals/evalRun'
import { addResultsCommand } from './evalResults'
import { addMessagesCommand } from './evalMessages'
import { addConflictsCommand } from './evalConflicts'
import { addMonthCommand } from './evalMonth'
import { addStoredCommands } from './evalStored'
import { print, showProgress, wantsJson, withJson } from '../output'

interface EvalOptions {
  set?: string[]
  installed?: boolean
  questions?: string
  bot?: string
  audiences?: Audience[]
  wordsOnly?: boolean
  cache?: string
  out: string
}

/** Never committed: the files hold the questions. */
const DEFAULT_OUT = path.join('data', 'evals', 'runs')

export const addEvalCommand = (program: Command): void => {
  const command = withJson(program.command('eval'))
    .description('measure retrieval, answers and decisions on sets of questions or labelled texts')
    .option('--set <dir>', 'a folder with questions.jsonl or texts.jsonl; may be repeated', collect)
    .option('--installed', 'ask this installation; else the set’s own documents, held in memory')
    .option('--questions <file>', 'another file of questions')
    .option('--bot <name>', 'whose audiences count, of this installation')
    .option(
      '--audiences <list>',
      'whose texts may be told, with commas; public alone unless told',
      toAudiences,
    )
    .option('--words-only', 'search by words alone, as if there were no model')
    .option('--cache <folder>', 'where vectors are kept between runs')
    .option('--out <folder>', 'where a file for each set is written', DEFAULT_OUT)
    .action(async (options: EvalOptions, command: Command) => {
      if (!options.set?.length) throw new VouchError('Say which set: vouch eval --set DIR')
      const runs = await measureAll(options, options.set, wantsJson(command))
      const { inWords } = await import('../../evals/inWords')
      print(command, runs.map(withoutRecords), () => runs.map(inWords).join('\n\n'))
    })
  command.addHelpText('after', '\nA set’s shape: evals/datasets/demo/README.md')
  addCompareCommand(command)
  addGoldenCommand(command)
  addResultsCommand(command, DEFAULT_OUT)
  addStoredCommands(command)
  addMessagesCommand(command)
  addMonthCommand(command)
  addConflictsCommand(command)
}

const addCompareCommand = (parent: Command): void => {
  withJson(parent.command('compare <a> <b>'))
    .description('two runs of one set, question by question: what b wins and loses against a')
    .action(async (a: string, b: string, _: unknown, command: Command) => {
      const [{ compareRuns, comparisonInWords }, { readQuestionRun }] = await Promise.all([
        import('../../evals/compare'),
        import('../../evals/runFile'),
      ])
      const compared = compareRuns(await readQuestionRun(a), await readQuestionRun(b))
      print(command, compared, comparisonInWords)
    })
}

const addGoldenCommand = (parent: Command): void => {
  withJson(parent.command('golden'))
    .description('publish the demo in an installation of its own, for this time, and ask it the golden set')
    .option('--words-only', 'search by words alone, as if there were no model')
    .option('--out <folder>', 'where the file is written', DEFAULT_OUT)
    .action(async ({ out, wordsOnly }: { out: string; wordsOnly?: boolean }, command: Command) => {
      const [{ inTemporaryInstallation }, { measureGolden }, { writeRun }, { inWords }] = await Promise.all([
        import('../temporaryInstallation'),
        import('../../evals/golden'),
        import('../../evals/runFile'),
        import('../../evals/inWords'),
      ])
      await inTemporaryInstallation(
        async (deps) => {
          const run = await measureGolden(wordsOnly ? { ...deps, model: null } : deps)
          console.error(`golden: ${await writeRun(out, run)}`)
          print(command, withoutRecords(run), () => inWords(run))
        },
        { logLevel: 'warn' },
      )
    })
}

const measureAll = async (options: EvalOptions, sets: string[], quiet: boolean): Promise<EvalRun[]> => {
  const [{ measureSet }, { writeRun }, { defaultCalibration }, { activeCalibration }] = await Promise.all([
    import('../../evals/measureSet'),
    import('../../evals/runFile'),
    import('../../src/answer/calibration'),
    import('../../src/commands/calibrations'),
  ])
  const { dataDir } = getEnv()
  const cacheDir = options.cache ?? path.join(dataDir, 'evals')
  const { model, encoder, audiences, deps } = await asker(options, cacheDir)
  const calibration = deps ? await activeCalibration(deps.payload) : defaultCalibration
  const runs: EvalRun[] = []
  for (const set of sets) {
    const bar = showProgress(path.basename(set), { quiet })
    const run = await measureSet({
      set,
      model,
      encoder,
      audiences,
      calibration,
      cacheDir,
      ...(options.questions && { questions: options.questions }),
      ...(deps && { deps }),
      onProgress: (done, total) => bar.update(done, total),
    })
    bar.stop()
    const file = await writeRun(options.out, run)
    console.error(`${run.set}: ${file}`)
    runs.push(run)
  }
  return runs
}

/** Who asks, and of what: the installation is opened only when it is asked. */
const asker = async (options: EvalOptions, cacheDir: string) => {
  if (options.installed || options.bot) {
    const [{ getDeps }, { botByName }] = await Promise.all([import('../../src/deps'), import('./ask')])
    const deps = await getDeps()
    const audiences = options.bot
      ? (await botByName(deps.payload, options.bot)).audiences
      : (options.audiences ?? PUBLIC)
    return { deps, model: options.wordsOnly ? null : deps.model, encoder: null, audiences }
  }
  const [{ chooseEmbeddingModel, chooseEncoder }, { rememberingEncoder }] = await Promise.all([
    import('../../src/models'),
    import('../../evals/reader/rememberingEncoder'),
  ])
  const { encoder, encoderReason } = chooseEncoder(getEnv())
  if (!encoder) console.error(encoderReason)
  const { model, reason } = options.wordsOnly
    ? { model: null, reason: 'Searching by words alone, as was asked.' }
    : await chooseEmbeddingModel({ ...getEnv(), dataDir: cacheDir })
  if (!model) console.error(reason)
  return {
    model,
    encoder: encoder && rememberingEncoder(encoder, cacheDir),
    audiences: options.audiences ?? PUBLIC,
  }
}

const PUBLIC: readonly Audience[] = ['public']

const withoutRecords = (run: EvalRun) => {
  if (run.form === 'texts') return run
  const { records: _, summary, ...rest } = run
  const { curve: __, ...confidence } = summary.confidence
  return { ...rest, summary: { ...summary, confidence } }
}

const collect = (value: string, before: string[] = []): string[] => [...before, value]

const toAudiences = (list: string): Audience[] =>
  list.split(',').map((name) => {
    const audience = AUDIENCES.find((known) => known === name.trim())
    if (audience) return audience
    throw new VouchError(`“${name}” is no audience. There are: ${AUDIENCES.join(', ')}.`)
  })
