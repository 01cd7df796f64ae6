import type { Command } from 'commander'
import { readFreshness, type FreshnessReport } from '../../src/commands/readFreshness'
import { getDeps } from '../../src/deps'
import { counted } from '../../src/vocabulary'
import { print, withJson } from '../output'

export const addFreshnessCommand = (program: Command): void => {
  withJson(program.command('freshness'))
    .description('how much of what bots answer from someone still vouches for, by topic and by owner')
    .action(async (_, command: Command) => {
      const { payload } = await getDeps()
      print(command, await readFreshness(payload), inWords)
    })
}

const inWords = ({ overall, topics, owners, overdue }: FreshnessReport): string => {
  if (!overall.texts) return 'Nothing is in force yet. Publish a text, and it is counted here.'
  const width = Math.max(...[...topics, ...owners].map(({ name }) => name.length), 8)
  const line = ({ name, texts, verified, due, overdue: late }: (typeof topics)[number]) =>
    [name.padEnd(width), texts, verified, due, late].map((cell) => String(cell).padStart(10)).join('')
  const head = (name: string) =>
    [name.padEnd(width), 'texts', 'verified', 'due', 'overdue'].map((cell) => cell.padStart(10)).join('')
  return [
    `${Math.round((overall.verified / overall.texts) * 100)}% of ${counted(overall.texts, 'text')} in force verified; ${overall.due} due, ${overall.overdue} overdue.`,
    '',
    head('Topic'),
    ...topics.map(line),
    '',
    head('Owner'),
    ...owners.map(line),
    ...(overdue.length ? ['', 'Overdue:'] : []),
    ...overdue.map(
      ({ title, version, owner, reviewAt }) =>
        `  ${title} v${version}, since ${reviewAt?.slice(0, 10) ?? 'ever'}, ${owner?.name ?? 'no owner'}`,
    ),
  ].join('\n')
}
