import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AnswerRequestSchema } from '../../src/answer/schema'
import { answerQuestion } from '../../src/commands/answerQuestion'
import { inTransaction } from '../../src/database/transaction'
import { ingest } from '../ingest'
import { askedOf, faqTable } from './faqTable'
import { openInstallation, type BenchInstallation } from './installation'
import { load, longestStall, megabytes, rounded, showTable } from './measure'
import { peakMegabytes, watchChildren } from './memory'

/** Asked at the end: rows from the whole of the table. */
const ASKED = [0.1, 0.3, 0.5, 0.7, 0.9]

/**
 * A table of questions and answers from its file to the first answer: read, drafted, signed and published by a second
 * person, embedded, indexed, in force. Against transactions of two bare rows in the same process.
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
  const approver = await installation.person('ben', 'approver')
  const bare = await bareSeconds(installation)
  const before = megabytes()
  const children = watchChildren()
  let published = 0
  const started = performance.now()
  const cpu = process.cpuUsage()
  const stall = await longestStall(async () => {
    ;({ published } = await ingest(deps, { places: [file], approveAs: approver.email, quiet: true }))
  })
  const seconds = (performance.now() - started) / 1_000
  const used = process.cpuUsage(cpu)
  const cpuSeconds = (used.user + used.system) / 1e6
  let answered = 0
  for (const share of ASKED) if (await answersRow(installation, bot, Math.floor(rows * share))) answered++
  const result = {
    rows,
    model: modelName,
    load: load(),
    published,
    answered,
    seconds: rounded(seconds),
    /** Of the processor, by all threads of this process: what other work on the machine changes least. */
    cpuSeconds: rounded(cpuSeconds),
    /** Processor time of a row, in transactions that add two bare rows. */
    timesBare: rounded(cpuSeconds / rows / bare, 1),
    embedSeconds: rounded(installation.model.counts.ms / 1_000),
    longestStallMs: stall,
    megabytes: { before, peak: peakMegabytes(), peakOfParsers: children.stop() },
  }
  await installation.close()
  rmSync(folder, { recursive: true, force: true })
  showTable(`${rows} questions from a table, signed, indexed and answered`, [
    {
      rows,
      'total s': result.seconds,
      'cpu s': result.cpuSeconds,
      'a row, times bare': result.timesBare,
      'embed s': result.embedSeconds,
      'longest stall ms': stall,
      'peak MB': result.megabytes.peak,
      'parsers MB': result.megabytes.peakOfParsers,
      answered: `${answered} of ${ASKED.length}`,
    },
  ])
  return result
}

const BARE = 200

/** Processor seconds of one transaction that adds two rows: the least that anything stored takes. */
const bareSeconds = async ({ deps: { payload } }: BenchInstallation): Promise<number> => {
  const { id: to } = (await payload.find({ collection: 'users', limit: 1 })).docs[0]!
  const cpu = process.cpuUsage()
  for (let i = 0; i < BARE; i++)
    await inTransaction({ payload }, async (req) => {
      for (const half of ['a', 'b']) {
        const data = { id: randomUUID(), to, kind: 'bench', title: 'bench', key: `${i}${half}` }
        await payload.db.create({ collection: 'notifications', data, req })
      }
    })
  const { user, system } = process.cpuUsage(cpu)
  return (user + system) / 1e6 / BARE
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
  if (outcome !== 'answered') process.stderr.write(`Not answered (${outcome}): ${question} ${message}\n`)
  return outcome === 'answered' && message.includes(holds)
}
