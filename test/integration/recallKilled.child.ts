import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Bot, RecalledAnswer } from '../../payload-types'
import { publishFolder, withdrawPolicy } from '../../scripts/demo/publish'
import { AnswerRequestSchema } from '../../src/answer/schema'
import { answerQuestion } from '../../src/commands/answerQuestion'
import { proveRecall } from '../../src/commands/recall/proveRecall'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { closeDeps, getDeps, type Deps } from '../../src/deps'
import { drainJobs } from '../../src/worker'
import { answerEagerly } from './answerEagerly'
import { dieAtWrite } from './dieAtWrite'

/**
 * A process that recallKilled.long.test.ts starts on a data directory and kills.
 * `prepare`: a text in force that two conversations were told of three times, by a bot with a webhook.
 * `withdraw K`: withdraws it and runs the jobs, dead before the K-th write. Prints how many writes there were when it lived to
 * the end.
 * `check`: withdraws it where that was not committed, runs the jobs, and prints what the recall came to.
 */
const [mode, at] = process.argv.slice(2)

const TITLE = 'Knot Lathe'
const QUESTION = 'After how many days of use must the Knot Lathe be serviced?'

const main = async (): Promise<unknown> => {
  const deps = await getDeps()
  if (mode === 'prepare') return prepare(deps)
  if (mode === 'check') return check(deps)
  const written = dieAtWrite(deps, Number(at))
  await withdraw(deps)
  return { written: written() }
}

async function prepare(deps: Deps): Promise<unknown> {
  const folder = mkdtempSync(path.join(deps.env.dataDir, 'texts-'))
  const write = (title: string, text: string) =>
    writeFileSync(path.join(folder, `${title}.md`), `# ${title}\n\n${text}\n`)
  write(TITLE, `The ${TITLE} must be serviced after 17 days of use.`)
  for (const word of ['umbrellas', 'garden chairs', 'night trains', 'ferries', 'chess sets'])
    write(word, `Ask the desk about ${word} before noon.`)
  const { bot, approver } = await publishFolder(deps, folder)
  await answerEagerly(deps.payload, approver)
  const { payload } = deps
  const url = 'https://desk.example.com/vouch'
  const webhook = await payload.create({
    collection: 'webhooks',
    data: { name: 'Desk', url, events: ['handover.created'], enabled: true },
  })
  const told = await payload.update({
    collection: 'bots',
    id: bot.id,
    data: { recallWebhook: webhook.id },
    depth: 0,
  })
  const outcomes: string[] = []
  for (const conversationId of ['first', 'first', 'second'])
    outcomes.push(await ask(deps, told, conversationId))
  return { outcomes }
}

async function ask(deps: Deps, bot: Bot, conversationId: string): Promise<string> {
  const { outcome } = await answerQuestion(deps, {
    bot,
    request: AnswerRequestSchema.parse({ question: QUESTION, conversationId }),
    requestId: randomUUID(),
    idempotencyKey: null,
  })
  return outcome
}

async function withdraw(deps: Deps): Promise<void> {
  const { docs } = await deps.payload.find({
    collection: 'users',
    where: { roles: { contains: 'approver' } },
    depth: 0,
  })
  const [approver] = docs
  if (!approver) throw new Error('There is no approver.')
  await withdrawPolicy(deps, { title: TITLE, approver })
}

async function check(deps: Deps) {
  const { payload, env } = deps
  const [release] = await rows(deps, 'releases', { title: { equals: TITLE } })
  if (!release) throw new Error('There is no release.')
  if (!release.withdrawnAt) await withdraw(deps)
  await drainJobs({ payload, databaseUri: env.databaseUri })
  const listed = (await rows(deps, 'recalled-answers')) as RecalledAnswer[]
  const { missing, unfounded } = await proveRecall(deps, release.id)
  return {
    recalls: (await rows(deps, 'recalls')).map(({ state, answers }) => ({ state, answers })),
    receipts: new Set(listed.map(({ receipt }) => receipt)).size,
    listed: listed.length,
    followUps: listed.filter(({ followUp }) => followUp === 'open').length,
    notices: (await rows(deps, 'recall-notices')).length,
    told: (await rows(deps, 'webhook-deliveries', { event: { equals: 'release.recalled' } })).length,
    missing,
    unfounded,
    breaks: (await verifyInstallation(deps)).breaks,
  }
}

const rows = async <
  Slug extends 'releases' | 'recalls' | 'recalled-answers' | 'recall-notices' | 'webhook-deliveries',
>(
  { payload }: Deps,
  collection: Slug,
  where = {},
) => (await payload.find({ collection, where, depth: 0, pagination: false })).docs

const result = await main()
process.stdout.write(`${JSON.stringify(result ?? {})}\n`)
await closeDeps()
process.exit()
