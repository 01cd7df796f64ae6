import { Command } from 'commander'

/** What things cost on this machine: JSON on standard output, a table on standard error (docs/benchmarks.md). */
const program = new Command('bench').description(
  'Measures on this machine, as ratios against plain work in the same process.',
)

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
const numbers = (list: string) => list.split(',').map(Number)

program
  .command('search')
  .description('recall against exact, times and memory of the stores')
  .option('--chunks <sizes>', 'sizes, with commas', numbers, [1_000, 10_000])
  .action(async ({ chunks }: { chunks: number[] }) => {
    const { benchSearch } = await import('./bench/search')
    print(await benchSearch({ sizes: chunks, qdrantUrl: process.env['QDRANT_URL'] }))
  })

await program.parseAsync()
process.exit()
