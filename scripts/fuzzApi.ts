import { Command } from 'commander'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { toCount } from './given'
import { tellReport } from './fuzzApi/summary'
import { findSchemathesis, runSchemathesis } from './fuzzApi/schemathesis'
import { openingOf } from './fuzzApi/opening'
import { inDemoServer } from './fuzzApi/demoServer'
import { tellError } from './tellError'
import { writeContract, writeSettings } from './fuzzApi/settings'

/** The contract against the running server: schemathesis asks everything that the OpenAPI document names, rightly and wrongly. */
const program = new Command('fuzz:api')
  .description(
    'Starts the demo on a folder of its own, and has schemathesis hold the server against its contract.',
  )
  .option('--examples <number>', 'requests of the random kind for each call', toCount(1, 10_000), 20)
  .option('--seed <number>', 'the same seed asks the same', toCount(0, 2 ** 32 - 1), 1)
  .option('--only <pattern>', 'calls whose path fits this regular expression')
  .option('--from <dir>', 'a data directory in which the demo was made already; a copy of it is used')
  .action(async (options: { examples: number; seed: number; only?: string; from?: string }) => {
    const { command, missing } = findSchemathesis()
    if (command === undefined) {
      console.log(`!! ${missing} THE API WAS NOT FUZZED. !!`)
      return
    }
    process.exitCode = await inDemoServer({ from: options.from }, async ({ base, dataDir, folder }) => {
      const opening = await openingOf({ base, dataDir })
      const contract = await writeContract({ base, folder })
      const settings = writeSettings({ folder, opening })
      const report = path.join(folder, 'report.json')
      const code = await runSchemathesis(command, { ...options, base, contract, settings, folder, report })
      console.log(tellReport(JSON.parse(readFileSync(report, 'utf8'))))
      return code
    })
  })

try {
  await program.parseAsync()
} catch (error) {
  console.error(tellError(error))
  process.exitCode = 1
}
