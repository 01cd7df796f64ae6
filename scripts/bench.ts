import { execFileSync } from 'node:child_process'
import { Command, Option } from 'commander'
import { refuseUnusable, toCount, toCounts } from './given'

/** What things cost on this machine: JSON on standard output, a table on standard error (docs/benchmarks.md). */
const program = new Command('bench').description(
  'Measures on this machine, as ratios against plain work in the same process.',
)

const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
/** A bench in a process of its own: a process has one installation, and memory that others used tells nothing. */
const apart = (...args: string[]): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [...process.execArgv, import.meta.filename, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1e8,
    }).toString(),
  )

program.action(() =>
  print({
    publish: apart('publish'),
    search: apart('search'),
    ingest: apart('ingest'),
    answer: apart('answer', '--chunks', '1000'),
    indexing: apart('indexing'),
  }),
)

program
  .command('search')
  .description('recall against exact, times and memory of the stores')
  .option('--chunks <sizes>', 'sizes, with commas', toCounts(), [1_000, 10_000])
  .action(async ({ chunks }: { chunks: number[] }) => {
    const { benchSearch } = await import('./bench/search')
    if (chunks.length > 1) return print(chunks.flatMap((size) => apart('search', '--chunks', String(size))))
    print(await benchSearch({ size: chunks[0] ?? 0, qdrantUrl: process.env['QDRANT_URL'] }))
  })

program
  .command('ingest')
  .description('documents and chunks a second by stage, a second run, and LangChain.js beside it')
  .option('--documents <counts>', 'how many, with commas', toCounts(), [1_000])
  .addOption(
    new Option('--model <name>', 'hash: next to nothing to compute; local: the model on this machine')
      .choices(['hash', 'local'])
      .default('hash'),
  )
  .action(async ({ documents, model }: { documents: number[]; model: 'hash' | 'local' }) => {
    if (documents.length > 1)
      return print(documents.map((count) => apart('ingest', '--documents', String(count), '--model', model)))
    const { benchIngest } = await import('./bench/ingest')
    print(await benchIngest({ documents: documents[0] ?? 0, modelName: model }))
  })

program
  .command('answer')
  .description('what an answer takes at 1, 8 and 32 callers, and LangChain.js beside it')
  .option('--chunks <count>', 'how many chunks', toCount(1, 10_000_000), 10_000)
  .action(async ({ chunks }: { chunks: number }) => {
    const { benchAnswer } = await import('./bench/answer')
    print(await benchAnswer({ chunks }))
  })

program
  .command('indexing')
  .description('what indexing with the local model costs the answers meanwhile')
  .action(async () => {
    const { benchIndexing } = await import('./bench/indexing')
    print(await benchIndexing({ modelDir: process.env['VOUCH_MODEL_DIR'] ?? 'models' }))
  })

program
  .command('fidelity')
  .description('how much of real files is left in what is signed, by format, in per cent')
  .option('--roots <folders>', 'where the files are, with commas', (list: string) => list.split(','), [
    '../shared/data/policy_corpora',
    '../../shared/data/policy_corpora',
    'demo/corpus',
    'test/fixtures',
  ])
  .action(async ({ roots }: { roots: string[] }) => {
    const { benchFidelity } = await import('./bench/fidelity')
    print(await benchFidelity({ roots }))
  })

program
  .command('size')
  .description(
    'large inputs: a table of questions, and a long Markdown file: time, peak memory, turns of the event loop',
  )
  .option('--rows <count>', 'rows of the table', toCount(), 2_000)
  .addOption(
    new Option('--model <name>', 'hash: next to nothing to compute; local: the model on this machine')
      .choices(['hash', 'local'])
      .default('local'),
  )
  .option('--markdown <megabytes>', 'of the Markdown file', toCount(0, 1_000), 5)
  .action(async ({ rows, model, markdown }: { rows: number; model: 'hash' | 'local'; markdown: number }) => {
    if (rows && markdown)
      return print([
        apart('size', '--rows', String(rows), '--model', model, '--markdown', '0'),
        apart('size', '--rows', '0', '--markdown', String(markdown)),
      ])
    const [{ benchFaqs }, { benchLongMarkdown }] = await Promise.all([
      import('./bench/faqs'),
      import('./bench/longMarkdown'),
    ])
    print(rows ? await benchFaqs({ rows, modelName: model }) : await benchLongMarkdown({ size: markdown }))
  })

program
  .command('publish')
  .description('what governance costs: transitions a second, and from Publish to the first answer')
  .action(async () => {
    const { benchPublish } = await import('./bench/publish')
    print(await benchPublish())
  })

program
  .command('outcomes')
  .description('how long the rooms of outcomes and transcripts read, and in how much memory')
  .option('--receipts <count>', 'how many, of the last 28 days', toCount(1, 1_000_000), 20_000)
  .action(async ({ receipts }: { receipts: number }) => {
    const { benchOutcomes } = await import('./bench/outcomes')
    print(await benchOutcomes({ receipts }))
  })

refuseUnusable(program)
await program.parseAsync()
process.exit()
