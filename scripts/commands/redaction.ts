import type { Command } from 'commander'
import type { RedactionReport, ReportedShare } from '../../evals/redaction/report'
import { print, withJson } from '../output'

const HALVES = ['tuned', 'held'].map((half) => `evals/redaction/${half}.jsonl`)

export const addRedactionCommand = (program: Command): void => {
  const redaction = program
    .command('redaction')
    .description('what is taken out of texts before they are stored')
  withJson(redaction.command('eval [file...]'))
    .description('how much of what must go goes, and how much else, on messages in which it is marked')
    .option('--wrong', 'list what came out wrongly')
    .action(async (files: string[], options: { wrong?: boolean }, command: Command) => {
      const { reportRedaction } = await import('../../evals/redaction/report')
      const reports = await Promise.all((files.length > 0 ? files : HALVES).map(reportRedaction))
      print(command, reports, (all) => all.map(formatReport).join('\n\n'))
      if (options.wrong) for (const line of reports.flatMap(({ wrong }) => wrong)) console.error(line)
    })
}

const formatReport = (report: RedactionReport): string =>
  [
    `${report.file}: ${report.messages} messages`,
    `  went, of what must    ${formatShare(report.recall)}`,
    `  had to, of what went  ${formatShare(report.precision)}`,
    `  look-alikes that stay ${formatShare(report.untouched)}`,
    ...Object.entries(report.byKind).map(([kind, share]) => `    ${kind.padEnd(18)}  ${formatShare(share)}`),
  ].join('\n')

const formatShare = ({ count, of, value, interval }: ReportedShare): string =>
  value === null || !interval
    ? 'none'
    : `${(100 * value).toFixed(1)} % (${count} of ${of}; 95 %: ${interval.map((end) => (100 * end).toFixed(1)).join(' to ')})`
