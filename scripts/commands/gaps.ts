import type { Command } from 'commander'
import { getDeps } from '../../src/deps'
import { print, withJson } from '../output'
import { addGapsCheckCommand } from './gapsCheck'
import { OPEN_GAP_STATES } from '../../src/vocabulary'

export const addGapsCommand = (program: Command): void => {
  const gaps = withJson(program.command('gaps'))
    .description('what could not be answered, what has the most impact first')
    .option('--all', 'verified ones and those that will not be answered too')
    .action(async (options: { all?: boolean }, command: Command) => {
      const { payload } = await getDeps()
      const { docs } = await payload.find({
        collection: 'gaps',
        ...(!options.all && { where: { state: { in: [...OPEN_GAP_STATES] } } }),
        sort: '-rank',
        depth: 0,
        pagination: false,
      })
      const gaps = docs.map(({ id, question, state, reason, seen, people, lastSeenAt }) => ({
        id,
        question,
        state,
        reason,
        seen,
        people,
        lastSeenAt,
      }))
      print(command, { gaps }, () =>
        gaps.length
          ? gaps
              .map(
                (gap) => `${String(gap.seen).padStart(4)}×  ${gap.question}  (${gap.reason}, ${gap.state})`,
              )
              .join('\n')
          : 'No open gaps. When a bot cannot answer for lack of text, the question appears here.',
      )
    })
  addGapsCheckCommand(gaps)
}
