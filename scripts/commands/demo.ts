import type { Command } from 'commander'
import { createServer } from 'node:net'
import { getEnv } from '../../src/env'
import { VouchError } from '../../src/errors'
import { formatDemoAccess } from '../demo/demoAccess'
import { ensureBuilt, start } from '../serve'

export const addDemoCommand = (program: Command): void => {
  program
    .command('demo')
    .description('a company with its texts, from nothing to answers; then serve it')
    .option('--no-serve', 'end after the answers')
    .action(async (options: { serve: boolean }) => {
      const { HOST, PORT } = getEnv()
      if (options.serve) await assertFree(HOST, PORT)
      const { prepareDemo } = await import('../demo/prepareDemo')
      const access = await prepareDemo()
      if (!options.serve) return
      if (await ensureBuilt()) throw new VouchError('The admin could not be built; see above.')
      process.exitCode = await start((url) => formatDemoAccess(access, url))
    })
}

const assertFree = (host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () =>
      reject(new VouchError(`Port ${port} is taken. Choose another one: PORT=3010 npm run demo`)),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
