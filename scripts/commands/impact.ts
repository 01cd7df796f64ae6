import type { Command } from 'commander'
import { makeReport, MOST_QUESTIONS } from '../../src/commands/impact/makeReport'
import type { ImpactReport } from '../../src/commands/impact/report'
import { getDeps } from '../../src/deps'
import { IMPACT_WORDS } from '../../src/proofs/impact'
import { counted } from '../../src/vocabulary'
import { findDocument } from '../findDocument'
import { toCount } from '../given'
import { print, showProgress, wantsJson, withJson } from '../output'

export const addImpactCommand = (program: Command): void => {
  withJson(program.command('impact <document>'))
    .description(
      'what a document’s working version would change if it were published; nothing is stored or served',
    )
    .option('--most <n>', 'past questions looked at', toCount(1, 100_000), MOST_QUESTIONS)
    .action(async (named: string, options: { most: number }, command: Command) => {
      const deps = await getDeps()
      const ref = await findDocument(deps.payload, named)
      const progress = showProgress('Comparing', { quiet: wantsJson(command) })
      const making = { most: options.most, onProgress: progress.update }
      const report = await makeReport(deps, ref, making).finally(progress.stop)
      print(command, report, formatReport)
      if (report.broken.length > 0 || report.acceptance.some(({ problem }) => problem)) process.exitCode = 1
    })
}

const formatReport = ({
  document,
  looked,
  counts,
  items,
  acceptance,
  broken,
  mutation,
}: ImpactReport): string =>
  [
    `“${document.title}” v${document.version}, as if it were published.`,
    `Of ${counted(looked, 'past question')}: ${counts.newly_refused} newly refused, ${counts.changed} changed, ${counts.newly_answered} newly answered, ${counts.unchanged} unchanged.`,
    ...items
      .filter(({ label }) => label !== 'unchanged')
      .map(
        ({ label, question, live, tried }) =>
          `  ${IMPACT_WORDS[label]}: ${question}\n      now:  ${oneLine(live.message)}\n      then: ${oneLine(tried.message)}`,
      ),
    acceptance.length > 0
      ? `Acceptance questions: ${acceptance.filter(({ problem }) => !problem).length} of ${acceptance.length} hold.`
      : 'It has no acceptance questions.',
    ...acceptance.flatMap(({ question, problem }) => (problem ? [`  ✗ ${question}  ${problem}`] : [])),
    ...broken.map((each) => `  ✗ of “${each.document.title}”: ${each.question}  ${each.problem}`),
    mutation.score === null
      ? 'There is no fact in it to change.'
      : `Mutation score ${mutation.score.toFixed(2)} (${mutation.noticed} of ${mutation.tried}).`,
  ].join('\n')

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200)
