import type { Command } from 'commander'
import { mutateDocument } from '../../src/commands/mutate/mutateDocument'
import type { MutationReport } from '../../src/proofs/mutations/report'
import { getDeps } from '../../src/deps'
import { counted } from '../../src/vocabulary'
import { findDocument } from '../findDocument'
import { toShare } from '../given'
import { print, showProgress, wantsJson, withJson } from '../output'

export const addMutateCommand = (program: Command): void => {
  withJson(program.command('mutate <document>'))
    .description(
      'change a text’s facts one by one, never served, and say which its acceptance questions do not notice',
    )
    .option('--min <share>', 'exit with 1 below this score', toShare)
    .action(async (named: string, options: { min?: number }, command: Command) => {
      const deps = await getDeps()
      const ref = await findDocument(deps.payload, named)
      const progress = showProgress('Mutating', { quiet: wantsJson(command) })
      const report = await mutateDocument(deps, ref, { onProgress: progress.update }).finally(progress.stop)
      print(command, report, formatReport)
      if (options.min !== undefined && (report.score ?? 1) < options.min) process.exitCode = 1
    })
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
