import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { User } from '../../payload-types'
import { AnswerRequestSchema } from '../../src/answer/schema'
import { answerQuestion } from '../../src/commands/answerQuestion'
import { reportFeedback } from '../../src/commands/conversations/reportConversation'
import { eraseCustomer } from '../../src/commands/erasure/eraseCustomer'
import { claimHandover, replyToHandover } from '../../src/commands/handovers/workHandover'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { closeDeps, getDeps, type Deps } from '../../src/deps'
import { ERASED } from '../../src/vocabulary'
import { dieAtStatement } from './dieAtStatement'

/**
 * A process that eraseKilled.long.test.ts starts on a data directory.
 * `prepare`: two conversations of a customer, one of them handed over, answered and judged, and one of somebody else's.
 * `erase K`: erases the customer, dead before the K-th statement that writes. Prints the report and how many there were.
 * `resume`: checks, erases to the end, and checks again.
 * `check`: prints which collections and how many files hold the customer's words, how much is erased, and what is broken.
 */
const [mode, at] = process.argv.slice(2)

const MARK = 'Quillfeather'
const COLLEAGUE = { key: 'amy', name: 'Amy', actor: { id: 'amy', name: 'Amy' }, bot: null }

const prepare = async (deps: Deps): Promise<void> => {
  const { payload } = deps
  await payload.create({
    collection: 'users',
    data: { name: 'cora', roles: ['compliance'], email: 'c@example.com', password: 'correct horse battery' },
  })
  const bot = await payload.create({
    collection: 'bots',
    data: { name: 'shop', enabled: true, audiences: ['public'], scopes: ['answer'], requestsPerMinute: 600 },
  })
  const ask = (question: string, customer: string, conversationId: string) =>
    answerQuestion(deps, {
      bot,
      request: AnswerRequestSchema.parse({ question, customer, conversationId }),
      requestId: randomUUID(),
      idempotencyKey: null,
    })
  await ask(`Does the ${MARK} umbrella fold?`, `${MARK}-7`, 'one')
  const escalated = await ask(`Let me talk to a person. I am ${MARK}, on 07700 900123.`, `${MARK}-7`, 'two')
  await ask('Does the parrot cage fold?', 'somebody else', 'three')
  if (escalated.outcome !== 'escalated') throw new Error(`It was ${escalated.outcome}.`)
  const { id } = escalated.handover
  await claimHandover({ payload, colleague: COLLEAGUE }, { id })
  await replyToHandover({ payload, colleague: COLLEAGUE }, { id, text: `Dear ${MARK}, it folds.` })
  await reportFeedback(deps, { bot, conversationId: 'two', thumbs: 'down', comment: `${MARK} says no` })
}

const erase = async (deps: Deps) => {
  const { docs } = await deps.payload.find({ collection: 'users', depth: 0 })
  const written = dieAtStatement(deps, Number(at))
  const { receipts, before, changed } = await eraseCustomer(deps, {
    user: docs[0] as User,
    customer: `${MARK}-7`,
  })
  return { report: { receipts, before, changed }, statements: written() }
}

/** Files and collections in which the customer's words stand. */
const check = async (deps: Deps) => {
  const files = readdirSync(deps.env.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter(({ parentPath, name }) => readFileSync(path.join(parentPath, name)).includes(MARK))
  const holding: string[] = []
  let sealed = 0
  for (const { slug } of deps.payload.config.collections) {
    const { docs } = await deps.payload.db.find({ collection: slug, limit: 0, pagination: false, req: {} })
    if (JSON.stringify(docs).includes(MARK)) holding.push(slug)
    if (slug === 'handovers')
      sealed = (docs as { vaultKey?: unknown }[]).filter(({ vaultKey }) => vaultKey).length
  }
  const { docs } = await deps.payload.find({ collection: 'answers', depth: 0, pagination: false })
  return {
    holding: holding.toSorted(),
    files: files.length,
    sealed,
    erased: docs.filter(({ question }) => question === ERASED).length,
    dated: docs.filter(({ erasedAt }) => erasedAt).length,
    others: docs.filter(({ question }) => question.includes('parrot')).length,
    audited: (
      await deps.payload.count({
        collection: 'audit-log',
        where: { action: { equals: 'customer.erased' } },
      })
    ).totalDocs,
    breaks: (await verifyInstallation(deps)).breaks,
  }
}

const resume = async (deps: Deps) => {
  const left = await check(deps)
  await erase(deps)
  return { left, ended: await check(deps) }
}

const DO: Record<string, (deps: Deps) => Promise<unknown>> = { prepare, erase, check, resume }
const deps = await getDeps()
const result = await DO[mode ?? '']?.(deps)
process.stdout.write(`${JSON.stringify(result ?? {})}\n`)
await closeDeps()
process.exit()
