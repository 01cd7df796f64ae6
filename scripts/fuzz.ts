import { Command } from 'commander'
import { createSandbox } from '../ingestion/sandbox/sandbox'
import { refuseUnusable, toCount, toNumber } from './given'
import { fuzz } from './fuzz/fuzz'
import { readSeeds } from './fuzz/seeds'

/** Mutated files through every loader, in its sandbox: JSON on standard output, progress on standard error. */
const program = new Command('fuzz')
  .description('Mutates files and has every loader read them, while the event loop is watched.')
  .option('--minutes <minutes>', 'how long', toNumber({ least: 0.01, most: 100_000 }), 10)
  .option(
    '--seed <number>',
    'of the random numbers; the same seed makes the same files',
    toCount(0, 2 ** 32 - 1),
    1,
  )
  .option(
    '--limit <seconds>',
    'a file that takes longer is given up',
    toNumber({ least: 0.1, most: 3_600 }),
    10,
  )
  .action(async ({ minutes, seed, limit }: { minutes: number; seed: number; limit: number }) => {
    const sandbox = createSandbox()
    const summary = await fuzz({
      sandbox,
      seeds: await readSeeds(),
      seed,
      forMs: minutes * 60_000,
      maxMilliseconds: limit * 1_000,
    })
    sandbox.close()
    process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`)
    process.exitCode = summary.problems.length ? 1 : 0
  })

await refuseUnusable(program).parseAsync()
