import path from 'node:path'
import type { Command } from 'commander'
import type { GapReport } from '../../evals/gaps/checkGaps'
import type { Deps } from '../../src/deps'
import { assertFolder } from '../../src/readTextFile'
import { counted } from '../../src/vocabulary'
import { print, withJson } from '../output'
import { inTemporaryInstallation } from '../temporaryInstallation'

/** `gaps check`: whether gaps open for what is missing alone, and close by the fact alone. */
export const addGapsCheckCommand = (gaps: Command): void => {
  withJson(gaps.command('check <folder>'))
    .description(
      'ask questions.jsonl of the demo, published for this time, then publish without_the_fact/ and with_the_fact/, and say which gaps closed',
    )
    .action(async (folder: string, _, command: Command) => {
      // Before the demo is published, which takes a while.
      await assertFolder(path.join(folder, 'without_the_fact'))
      await assertFolder(path.join(folder, 'with_the_fact'))
      const report = await inTemporaryInstallation((deps) => check(deps, folder))
      print(command, report, formatReport)
    })
}

async function check(deps: Deps, folder: string): Promise<GapReport> {
  const [{ publishDemo, publishInto }, { checkGaps }, { readGapQuestions }] = await Promise.all([
    import('../demo/publish'),
    import('../../evals/gaps/checkGaps'),
    import('../../evals/gaps/gapQuestions'),
  ])
  const { bot, approver } = await publishDemo(deps)
  return checkGaps(deps, {
    bot,
    questions: await readGapQuestions(path.join(folder, 'questions.jsonl')),
    without: path.join(folder, 'without_the_fact'),
    with: path.join(folder, 'with_the_fact'),
    publish: (from) => publishInto(deps, { folder: from, approver }),
  })
}

const formatReport = (report: GapReport): string =>
  [
    `${counted(report.gaps, 'gap')}; ${counted(report.notRefused.length, 'question')} opened none`,
    ...report.notRefused.map((question) => `    ${question}`),
    `of ${counted(report.noise.of, 'message')} that ask for nothing ${report.noise.opened.length} opened one`,
    ...report.noise.opened.map((question) => `    ${question}`),
    `gaps that hold several missing things: ${report.mixed.length}`,
    ...report.mixed.map((groups) => `    ${groups.join(', ')}`),
    `closed without the fact: ${report.closedFalsely.length}`,
    ...report.closedFalsely.map((question) => `    ${question}`),
    `closed with the fact: ${report.closed.length}`,
    ...report.closed.map((question) => `    ${question}`),
    `still open: ${report.stillOpen.length}`,
    ...report.stillOpen.map((question) => `    ${question}`),
  ].join('\n')
