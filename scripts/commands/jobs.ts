import type { Command } from 'commander'
import { SYSTEM } from '../../src/records/recordAudit'
import { readJobs, retryJobs, type JobStatus } from '../../ingestion/outbox'
import { getDeps } from '../../src/deps'
import { VouchError } from '../../src/errors'
import { outbox } from '../../src/worker'
import { counted } from '../../src/vocabulary'
import { print, withJson } from '../output'

export const addJobsCommand = (program: Command): void => {
  const jobs = program
    .command('jobs')
    .description('what the worker has to do, and what it gave up, with the reasons')
  withJson(jobs.command('list', { isDefault: true }))
    .description('jobs that wait, run or were given up (100 of each at most)')
    .action(async (_, command: Command) => {
      const { payload } = await getDeps()
      const counts = await outbox(payload)
      const listed = await readJobs(payload)
      print(command, { ...counts, jobs: listed }, () =>
        [
          ...listed.flatMap(linesOf),
          `${counts.waiting} waiting, ${counts.failed} failed.`,
          ...(counts.failed ? ['To try the failed ones again: npm run -s vouch -- jobs retry --all'] : []),
        ].join('\n'),
      )
      if (counts.failed) process.exitCode = 1
    })
  withJson(jobs.command('retry'))
    .argument('[id...]', 'failed jobs, by their ids')
    .option('--all', 'every failed job')
    .description('give failed jobs all their tries again')
    .action(async (ids: string[], { all }: { all?: boolean }, command: Command) => {
      if (Boolean(all) === ids.length > 0) throw new VouchError('Name the jobs to try again, or say --all.')
      const { payload } = await getDeps()
      const retried = await retryJobs(payload, { ...(!all && { ids }), actor: SYSTEM })
      print(
        command,
        { retried },
        () => `${counted(retried, 'job')} ${retried === 1 ? 'waits' : 'wait'} for the worker again.`,
      )
    })
}

const linesOf = ({ id, state, task, document, reason, tried, nextTryAt }: JobStatus): string[] => [
  `${state.padEnd(8)} ${id}  ${task}${document ? `  “${document.title}” v${document.version}` : ''}${tried ? `  tried ${counted(tried, 'time')}` : ''}${nextTryAt ? `, again at ${nextTryAt}` : ''}`,
  ...(reason ? [`         ${reason}`] : []),
]
