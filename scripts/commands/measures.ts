import type { Command } from 'commander'
import { auditDates } from '../../src/commands/auditDates'
import { findBotNamed } from '../../src/commands/bots/findBotNamed'
import { readMeasures, type MeasuresReport } from '../../src/commands/measures/readMeasures'
import { getDeps } from '../../src/deps'
import type { Rate } from '../../src/measures/types'
import { toDay } from '../given'
import { print, withJson } from '../output'

interface Options {
  from?: string
  to?: string
  bot?: string
  channel?: string
  language?: string
  topic?: string
}

export const addMeasuresCommand = (program: Command): void => {
  withJson(program.command('measures'))
    .description('how well bots help: resolution, escalation, repeats, gaps, satisfaction (docs/measures.md)')
    .option(
      '--from <date>',
      'a day or an instant: conversations from then on; 28 days before --to unless given',
      toDay,
    )
    .option('--to <date>', 'a day, which counts whole, or an instant; now unless given', toDay)
    .option('--bot <name>', 'of one bot')
    .option('--channel <name>', 'of one channel, as bots call it; “-” is those that name none')
    .option('--language <code>', 'of one language, such as en')
    .option('--topic <id>', 'of one topic; “-” is those without one')
    .action(async ({ from, to, bot, ...slice }: Options, command: Command) => {
      const { payload } = await getDeps()
      const ofBot = bot === undefined ? {} : { bot: (await findBotNamed(payload, bot)).id }
      const wanted = { ...auditDates({ from, to }), ...slice, ...ofBot }
      print(command, await readMeasures(payload, wanted), formatMeasures)
    })
}

/** No number without what it is a share of. */
function formatMeasures(report: MeasuresReport): string {
  if (!report.conversations)
    return `No conversation began from ${report.from} to ${report.to}. Each question with a “conversationId” is counted here.`
  const rows: [string, string][] = [
    ['Outcome known', share(report.outcomeKnown)],
    ['AI resolution', share(report.aiResolution)],
    ['Resolved by people', share(report.resolvedByPeople)],
    ['First contact resolution', share(report.firstContactResolution)],
    ['Escalation', share(report.escalation)],
    ...report.escalationByReason.map((each): [string, string] => [`  ${each.reason}`, share(each)]),
    ['Repeat contact', share(report.repeatContact)],
    ['Knowledge gap', share(report.knowledgeGap)],
    [
      'CSAT (4 or 5)',
      `${share(report.csat)}${report.csat.average === null ? '' : `, ${report.csat.average.toFixed(1)} on average`}`,
    ],
    ['Thumbs up', share(report.thumbsUp)],
    ['Handling time', handling(report.handlingTime)],
  ]
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  return [
    `${report.conversations} conversations from ${report.from} to ${report.to}.`,
    ...rows.map(([name, value]) => name.padEnd(width) + value),
  ].join('\n')
}

const share = ({ count, of, share: part }: Rate): string =>
  part === null ? 'nothing to count' : `${`${Math.round(part * 100)}%`.padStart(4)}  ${count} of ${of}`

const handling = ({ handovers, averageMinutes }: MeasuresReport['handlingTime']): string =>
  averageMinutes === null
    ? 'nothing to count'
    : `${averageMinutes.toFixed(1)} min on average, ${handovers} hand-overs`
