import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AnswerRequestSchema } from '../../src/answer/schema'
import { answerQuestion } from '../../src/commands/answerQuestion'
import { importDocuments } from '../../src/commands/importDocuments'
import { drainJobs } from '../../src/worker'
import { askedOf, faqTable } from './faqTable'
import { openInstallation, type BenchInstallation } from './installation'
import { load, longestStall, megabytes, rounded, showTable, timed } from './measure'
import { peakMegabytes, watchChildren } from './memory'

/** Asked at the end: a row that is neither the first nor the last. */
const ASKED = 0.7

/**
 * A table of questions and answers from its file to the first answer: read, drafted, signed and published by a second
 * person, embedded, indexed, in force. Against embedding the same texts and nothing else, in the same process.
 */
export const benchFaqs = async ({ rows, modelName }: { rows: number; modelName: 'hash' | 'local' }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vouch-table-'))
  const file = path.join(folder, 'faqs.csv')
  writeFileSync(file, faqTable(rows))
  const installation = await openInstallation(modelName)
  const { deps } = installation
  const bot = await deps.payload.create({
    collection: 'bots',
    data: { name: 'bench', enabled: true, audiences: ['public'], scopes: ['answer'], requestsPerMinute: 1e5 },
  })
  const people = {
    importer: await installation.person('ann', 'author'),
    approver: await installation.person('ben', 'approver'),
  }
  const before = megabytes()
  const children = watchChildren()
  const published = { count: 0 }
  const started = performance.now()
  const cpu = process.cpuUsage()
  const stall = await longestStall(async () => {
    const report = await importDocuments(deps, { path: file, ...people })
    published.count = report.published
  })
  const importing = performance.now() - started
  const indexing = await timed(() => drainJobs({ payload: deps.payload, databaseUri: deps.env.databaseUri }))
  const used = process.cpuUsage(cpu)
  const answered = await answersRow(installation, bot, Math.floor(rows * ASKED))
  const seconds = (importing + indexing) / 1_000
  const result = {
    rows,
    model: modelName,
    load: load(),
    published: published.count,
    answered,
    seconds: rounded(seconds),
    importSeconds: rounded(importing / 1_000),
    indexSeconds: rounded(indexing / 1_000),
    /** Of the processor, by all threads of this process: what other work on the machine changes least. */
    cpuSeconds: rounded((used.user + used.system) / 1e6),
    embedSeconds: rounded(installation.model.counts.ms / 1_000),
    /** Seconds of all for one second of embedding. */
    timesEmbedding: rounded(seconds / (installation.model.counts.ms / 1_000)),
    longestStallMs: stall,
    megabytes: { before, peak: peakMegabytes(), peakOfParsers: children.stop() },
  }
  await installation.close()
  rmSync(folder, { recursive: true, force: true })
  showTable(`${rows} questions from a table, signed, indexed and answered`, [
    {
      rows,
      'total s': result.seconds,
      'import and sign s': result.importSeconds,
      'index s': result.indexSeconds,
      'cpu s': result.cpuSeconds,
      'embed s': result.embedSeconds,
      'longest stall ms': stall,
      'peak MB': result.megabytes.peak,
      'parsers MB': result.megabytes.peakOfParsers,
      answered: String(answered),
    },
  ])
  return result
}

type Bot = Parameters<typeof answerQuestion>[1]['bot']

const answersRow = async ({ deps }: BenchInstallation, bot: Bot, row: number): Promise<boolean> => {
  const { question, holds } = askedOf(row)
  const { outcome, message } = await answerQuestion(deps, {
    bot,
    request: AnswerRequestSchema.parse({ question }),
    requestId: randomUUID(),
    idempotencyKey: null,
  })
  return outcome === 'answered' && message.includes(holds)
}
