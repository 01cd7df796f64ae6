import type { Command } from 'commander'
import { getDeps } from '../../src/deps'
import { startBackground } from '../../src/background'
import { runWorker } from '../../src/worker'

export const addWorkerCommand = (program: Command): void => {
  program
    .command('worker')
    .description('run the worker in a process of its own (with VOUCH_WORKER=off on the server)')
    .action(async () => {
      const deps = await getDeps()
      const { payload, env } = deps
      const stop = new AbortController()
      process.once('SIGINT', () => stop.abort())
      process.once('SIGTERM', () => stop.abort())
      console.error('The worker runs. Ctrl-C ends it.')
      await runWorker({
        payload,
        databaseUri: env.databaseUri,
        signal: stop.signal,
        onTurn: () => startBackground(deps),
      })
    })
}
