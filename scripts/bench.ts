import { Command, Option } from 'commander'

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

program
  .command('ingest')
  .description('documents and chunks a second by stage, a second run, and LangChain.js beside it')
  .option('--documents <counts>', 'how many, with commas', numbers, [1_000])
  .addOption(
    new Option('--model <name>', 'hash: next to nothing to compute; local: the model on this machine')
      .choices(['hash', 'local'])
      .default('hash'),
  )
  .action(async (options: { documents: number[]; model: 'hash' | 'local' }) => {
    const { benchIngest } = await import('./bench/ingest')
    print(await benchIngest(options))
  })

program
  .command('publish')
  .description('what governance costs: transitions a second, and from Publish to the first answer')
  .action(async () => {
    const { benchPublish } = await import('./bench/publish')
    print(await benchPublish())
  })

await program.parseAsync()
process.exit()
