import type { Command } from 'commander'
import { goldenAcceptance } from '../../evals/goldenAcceptance'
import { readGoverned } from '../../src/commands/governedDocument'
import { mutateDocument, mutateText } from '../../src/commands/mutate/mutateDocument'
import { getDeps, type Deps } from '../../src/deps'
import { VouchError } from '../../src/errors'
import type { MutationReport } from '../../src/proofs/mutations/report'
import { counted } from '../../src/vocabulary'
import { findDocument } from '../findDocument'
import { toShare } from '../given'
import { print, showProgress, wantsJson, withJson } from '../output'

interface Options {
  min?: number
  golden?: string
}

export const addMutateCommand = (program: Command): void => {
  withJson(program.command('mutate [document]'))
    .description(
      'change a text’s facts one by one, never served, and say which its acceptance questions do not notice',
    )
    .option('--min <share>', 'exit with 1 below this score', toShare)
    .option('--golden <dir>', 'of every text that a set of questions is about, with those questions instead')
    .action(async (named: string | undefined, options: Options, command: Command) => {
      const deps = await getDeps()
      if (options.golden) return all(deps, { set: options.golden, named, options, command })
      if (!named) throw new VouchError('Name a document: its id, its title or where it came from.')
      const ref = await findDocument(deps.payload, named)
      const progress = showProgress('Mutating', { quiet: wantsJson(command) })
      const report = await mutateDocument(deps, ref, { onProgress: progress.update }).finally(progress.stop)
      print(command, report, formatReport)
      judge([report], options)
    })
}

async function all(
  deps: Deps,
  {
    set,
    named,
    options,
    command,
  }: { set: string; named: string | undefined; options: Options; command: Command },
): Promise<void> {
  const golden = await goldenAcceptance(set)
  const byKey = named ? new Map([[named, golden.get(named) ?? []]]) : golden
  const progress = showProgress('Mutating', { quiet: wantsJson(command) })
  const reports: MutationReport[] = []
  for (const [key, questions] of byKey) {
    progress.update(reports.length, byKey.size, key)
    const ref = await findDocument(deps.payload, key)
    const read = await readGoverned({ payload: deps.payload, ...ref })
    reports.push(await mutateText(deps, { read, questions }))
  }
  progress.stop()
  print(command, { reports }, () => [...reports.map(formatReport), formatTotal(reports)].join('\n'))
  judge(reports, options)
}

const judge = (reports: readonly MutationReport[], { min }: Options): void => {
  if (min !== undefined && reports.some(({ score }) => (score ?? 1) < min)) process.exitCode = 1
}

const formatTotal = (reports: readonly MutationReport[]): string => {
  const sum = (of: (report: MutationReport) => number) => reports.reduce((all, each) => all + of(each), 0)
  const [noticed, tried] = [sum((each) => each.noticed), sum((each) => each.tried)]
  const suggested = sum(({ survivors }) => survivors.filter(({ question }) => question).length)
  return `\n${counted(reports.length, 'text')}: ${noticed} of ${counted(tried, 'change')} noticed, score ${(noticed / Math.max(1, tried)).toFixed(2)}; for ${suggested} of ${tried - noticed} survivors a question that would notice is named.`
}

const formatReport = ({
  document,
  questions,
  mutations,
  tried,
  noticed,
  score,
  survivors,
}: MutationReport): string =>
  [
    `“${document.title}” v${document.version}: ${
      score === null
        ? 'there is no number, date, negation or condition to change.'
        : `score ${score.toFixed(2)}, ${noticed} of ${counted(tried, 'change')} noticed by ${counted(questions, 'question')}.`
    }`,
    ...(tried < mutations
      ? [`The text has ${mutations} such places; ${tried} spread over it were tried.`]
      : []),
    ...survivors.map(({ before, after, place, sentence, question }) =>
      [
        `  ✗ ${before} → ${after || '(left out)'}   ${[...place].join(' › ')}`,
        `      ${sentence.replace(/\s+/g, ' ').slice(0, 160)}`,
        question ? `      would notice: ${question}` : '      write a question that this sentence answers',
      ].join('\n'),
    ),
  ].join('\n')
