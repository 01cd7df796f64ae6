import type { Command } from 'commander'
import { indexStatus } from '../../ingestion/indexStatus'
import { getDeps } from '../../src/deps'
import { checkHealth } from '../../src/health'
import { outbox } from '../../src/worker'
import { print, withJson } from '../output'

export const addDoctorCommand = (program: Command): void => {
  withJson(program.command('doctor'))
    .description('what is configured, what can be reached, what is out of step, and what to do')
    .action(async (_, command: Command) => {
      const deps = await getDeps()
      const { dependencies } = await checkHealth(deps)
      const index = await indexStatus(deps).catch((error: unknown) => ({ error: (error as Error).message }))
      const jobs = await outbox(deps.payload)
      const advice = [
        ...(deps.model ? [] : [deps.modelReason]),
        ...('problem' in index && index.problem ? [index.problem] : []),
        ...('inStep' in index && !index.inStep
          ? ['The index is out of step. Run: npm run -s vouch -- index reconcile']
          : []),
        ...(jobs.failed ? [`${jobs.failed} jobs were given up. See why: npm run -s vouch -- jobs`] : []),
        ...Object.entries(dependencies).flatMap(([name, { state, detail }]) =>
          state === 'down' || (name === 'jobs' && state === 'degraded') ? [`${name}: ${detail}`] : [],
        ),
      ]
      const report = {
        dataDir: deps.env.dataDir,
        database: deps.env.databaseUri.replace(/\/\/[^@/]*@/, '//…@'),
        store: deps.store.name,
        dependencies,
        index,
        jobs,
        advice,
      }
      print(command, report, () =>
        [
          `data      ${report.dataDir}`,
          `database  ${report.database}`,
          ...Object.entries(dependencies).map(
            ([name, { state, detail }]) => `${name.padEnd(10)}${state}: ${detail}`,
          ),
          `outbox    ${jobs.waiting} jobs waiting, ${jobs.failed} failed`,
          ...(advice.length ? ['', ...advice.map((line) => `! ${line}`)] : ['', 'All is well.']),
        ].join('\n'),
      )
      if (dependencies.database.state === 'down') process.exitCode = 1
    })
}
