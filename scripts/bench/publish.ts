import { randomUUID } from 'node:crypto'
import { embeddingText } from '../../ingestion/chunk'
import { activeIndexVersion } from '../../ingestion/indexVersions'
import { markdownToRichText } from '../../src/records/richText/markdown'
import type { Bot, Policy, User } from '../../payload-types'
import { AnswerRequestSchema } from '../../src/answer/schema'
import { answerQuestion } from '../../src/commands/answerQuestion'
import { transitionDocument } from '../../src/commands/transitionDocument'
import { inTransaction } from '../../src/database/transaction'
import type { Deps } from '../../src/deps'
import type { Transition } from '../../src/governance/types'
import { runWorker } from '../../src/worker'
import { inTemporaryInstallation } from '../temporaryInstallation'
import { load, mean, quantile, rounded, showTable, spread, timed } from './measure'

const TRANSITION_DOCUMENTS = 60
const PUBLICATIONS = 40

/**
 * What governance costs on this machine, on the embedded default, as ratios against the bare work in the same process:
 * transitions a second, and the time from the press of Publish to the first answer from the new text.
 */
export const benchPublish = async () => {
  const result = await inTemporaryInstallation(async (deps) => {
    const people = await seed(deps)
    process.stderr.write(`${deps.modelReason}\n`)
    const transitions = await benchTransitions(deps, people)
    const publishToAnswerable = await benchPublishing(deps, people)
    return { model: deps.model?.id ?? null, load: load(), transitions, publishToAnswerable }
  })
  const { transitions, publishToAnswerable } = result
  showTable(
    'Transitions, in ms',
    Object.entries(transitions).map(([transition, row]) => Object.assign({ transition }, row)),
  )
  showTable('From Publish to the first answer, in ms', [publishToAnswerable])
  return result
}

interface People {
  ann: User
  ben: User
  bot: Bot
}

const seed = async ({ payload }: Deps): Promise<People> => {
  const person = (name: string, role: 'author' | 'approver') =>
    payload.create({
      collection: 'users',
      data: { name, email: `${name}@example.com`, password: randomUUID(), roles: [role] },
    })
  const bot = await payload.create({
    collection: 'bots',
    data: {
      name: 'bench',
      enabled: true,
      audiences: ['public'],
      scopes: ['answer'],
      requestsPerMinute: 100_000,
    },
  })
  return { ann: await person('ann', 'author'), ben: await person('ben', 'approver'), bot }
}

/** An invented product, so that one text alone answers the question about it. */
const nameOf = (i: number): string => {
  const pick = (list: readonly string[], n: number) => list[n % list.length] ?? ''
  const syllables = ['bra', 'del', 'flo', 'gim', 'kar', 'lun', 'mos', 'pri', 'sel', 'tru', 'vek', 'zon']
  const word = pick(syllables, i) + pick(syllables, i * 5 + 3) + pick(syllables, i * 7 + 1)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}${i}`
}
const textOf = (i: number): string => `The ${nameOf(i)} lamp must be serviced after ${10 + i} days of use.`
const questionOf = (i: number): string => `After how many days of use must the ${nameOf(i)} lamp be serviced?`

const draft = async ({ payload }: Deps, { ann }: People, i: number): Promise<Policy> =>
  payload.create({
    collection: 'policies',
    data: {
      title: `Service of the ${nameOf(i)} lamp`,
      body: await markdownToRichText(payload.config, textOf(i)),
    } as unknown as Policy,
    user: { ...ann, collection: 'users' },
    depth: 0,
  })

const move = (deps: Deps, user: User, transition: Transition, { id, version }: Policy) =>
  transitionDocument({ ...deps, user }, { collection: 'policies', id, transition, expectedVersion: version })

const benchTransitions = async (deps: Deps, people: People) => {
  const documents: Policy[] = []
  for (let i = 0; i < TRANSITION_DOCUMENTS; i++) documents.push(await draft(deps, people, i))
  const times: Record<string, number[]> = { bare: [], submit: [], approve: [], publish: [] }
  for (const document of documents) {
    // The least that any transition does: one row changed and one row added, in a transaction.
    times['bare']?.push(
      await timed(() =>
        inTransaction(deps, async (req) => {
          await deps.payload.db.updateOne({
            collection: 'policies',
            id: document.id,
            data: { updatedAt: new Date().toISOString() },
            req,
          })
          await deps.payload.db.create({
            collection: 'notifications',
            data: { id: randomUUID(), to: people.ann.id, kind: 'bench', title: 'bench', key: randomUUID() },
            req,
          })
        }),
      ),
    )
    times['submit']?.push(await timed(() => move(deps, people.ann, 'submit', document)))
    times['approve']?.push(await timed(() => move(deps, people.ben, 'approve', document)))
    times['publish']?.push(await timed(() => move(deps, people.ben, 'publish', document)))
  }
  const bare = mean(times['bare'] ?? [])
  return Object.fromEntries(
    Object.entries(times).map(([name, each]) => [
      name,
      {
        perSecond: rounded(1000 / mean(each)),
        ...spread(each),
        timesBare: rounded(mean(each) / bare),
      },
    ]),
  )
}

const answered = async (deps: Deps, bot: Bot, i: number): Promise<boolean> => {
  const { outcome, message } = await answerQuestion(deps, {
    bot,
    request: AnswerRequestSchema.parse({ question: questionOf(i) }),
    requestId: randomUUID(),
    idempotencyKey: null,
  })
  return outcome === 'answered' && message.includes(`${10 + i} days`)
}

/** The bare work behind a publication: embed one text and put it into the index. */
const bareIndexing = async (deps: Deps, i: number): Promise<void> => {
  const version = await activeIndexVersion(deps.payload)
  if (!version) throw new Error('There is no index.')
  const words = embeddingText('bench', [], `${textOf(i)} ${randomUUID()}`)
  const [vector] = (await deps.model?.embed([words], 'passage')) ?? []
  const id = randomUUID()
  await deps.store.upsert(version, [
    {
      id,
      documentId: id,
      releaseId: id,
      audience: 'internal',
      locale: 'en-GB',
      contentHash: id,
      validFrom: 0,
      validTo: 1,
      words,
      vector: vector ?? null,
    },
  ])
  await deps.store.remove(version, [id])
}

const benchPublishing = async (deps: Deps, people: People) => {
  const stop = new AbortController()
  const worker = runWorker({ payload: deps.payload, databaseUri: deps.env.databaseUri, signal: stop.signal })
  const times: number[] = []
  const bare: number[] = []
  for (let i = TRANSITION_DOCUMENTS; i < TRANSITION_DOCUMENTS + PUBLICATIONS; i++) {
    const document = await draft(deps, people, i)
    await move(deps, people.ann, 'submit', document)
    await move(deps, people.ben, 'approve', document)
    times.push(
      await timed(async () => {
        await move(deps, people.ben, 'publish', document)
        while (!(await answered(deps, people.bot, i))) await new Promise((resolve) => setTimeout(resolve, 5))
      }),
    )
    bare.push(await timed(() => bareIndexing(deps, i)))
  }
  stop.abort()
  await worker
  return {
    ...spread(times),
    bareP50: spread(bare).p50,
    timesBare: rounded(quantile(times, 0.5) / quantile(bare, 0.5)),
  }
}
