import { randomUUID } from 'node:crypto'
import { markdownToRichText } from '../../src/records/richText/markdown'
import type { Faq, Policy, User } from '../../payload-types'
import { AnswerRequestSchema } from '../../src/answer/schema'
import { answerQuestion } from '../../src/commands/answerQuestion'
import { transitionDocument } from '../../src/commands/transitionDocument'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { closeDeps, getDeps, type Deps } from '../../src/deps'
import type { Role } from '../../src/vocabulary'
import { drainJobs } from '../../src/worker'
import { answerEagerly } from './answerEagerly'
import { dieAtWrite } from './dieAtWrite'

/**
 * A process that killed.long.test.ts starts on a data directory and kills.
 * `prepare`: a text in force (14 days), and its successor (21 days) signed, not published.
 * `publish K` and `work K`: publish it, or run the jobs; dead before the K-th write. Prints how many writes there were
 * when it lived to the end.
 * `check`: prints how things stand before and after the jobs have run.
 */
const [mode, at] = process.argv.slice(2)

const PEOPLE: Record<string, Role[]> = { ann: ['author'], ben: ['approver'] }
const TITLE = 'Petrel returns'

const main = async (): Promise<unknown> => {
  const deps = await getDeps()
  switch (mode) {
    case 'prepare':
      return prepare(deps)
    case 'publish': {
      const written = dieAtWrite(deps, Number(at))
      await move(deps, 'ben', 'publish')
      return { written: written() }
    }
    case 'work': {
      const written = dieAtWrite(deps, Number(at))
      await work(deps)
      return { written: written() }
    }
    default: {
      const before = await stateOf(deps)
      await work(deps)
      return { before, after: await stateOf(deps) }
    }
  }
}

const work = ({ payload, env }: Deps) => drainJobs({ payload, databaseUri: env.databaseUri })

const prepare = async (deps: Deps): Promise<void> => {
  const { payload } = deps
  for (const [name, roles] of Object.entries(PEOPLE))
    await payload.create({
      collection: 'users',
      data: { name, roles, email: `${name}@example.com`, password: 'correct horse battery' },
    })
  await answerEagerly(payload, await personNamed(deps, 'ben'))
  await payload.create({
    collection: 'bots',
    data: { name: 'shop', enabled: true, audiences: ['public'], scopes: ['answer'], requestsPerMinute: 600 },
  })
  for (const filler of ['night trains', 'lost umbrellas', 'garden chairs', 'opening hours'])
    await publishFaq(deps, filler)
  const policy = await payload.create({
    collection: 'policies',
    data: { title: TITLE, body: await bodyOf(deps, 14) } as unknown as Policy,
    user: await personNamed(deps, 'ann'),
  })
  await signed(deps)
  await move(deps, 'ben', 'publish')
  await work(deps)
  await payload.update({
    collection: 'policies',
    id: policy.id,
    data: { body: await bodyOf(deps, 21) },
    user: await personNamed(deps, 'ann'),
  })
  await signed(deps)
}

const signed = async (deps: Deps): Promise<void> => {
  await move(deps, 'ann', 'submit')
  await move(deps, 'ben', 'approve')
}

const publishFaq = async (deps: Deps, about: string): Promise<void> => {
  const answer = await markdownToRichText(deps.payload.config, `Ask the desk about ${about}.`)
  const faq = await deps.payload.create({
    collection: 'faqs',
    data: { question: `What about ${about}?`, answer } as unknown as Faq,
    user: await personNamed(deps, 'ann'),
  })
  for (const [by, transition] of [
    ['ann', 'submit'],
    ['ben', 'approve'],
    ['ben', 'publish'],
  ] as const)
    await transitionDocument(
      { ...deps, user: await personNamed(deps, by) },
      { collection: 'faqs', id: faq.id, transition, expectedVersion: faq.version },
    )
}

const bodyOf = async ({ payload }: Deps, days: number) =>
  (await markdownToRichText(
    payload.config,
    `The Petrel Kettle may be sent back within ${days} days.`,
  )) as Policy['body']

const personNamed = async ({ payload }: Deps, name: string): Promise<User & { collection: 'users' }> => {
  const { docs } = await payload.find({ collection: 'users', where: { name: { equals: name } }, depth: 0 })
  if (!docs[0]) throw new Error(`There is no ${name}.`)
  return { ...docs[0], collection: 'users' }
}

const policyOf = async ({ payload }: Deps): Promise<Policy> => {
  const { docs } = await payload.find({
    collection: 'policies',
    where: { title: { equals: TITLE } },
    depth: 0,
  })
  if (!docs[0]) throw new Error('There is no policy.')
  return docs[0]
}

const move = async (deps: Deps, by: string, transition: 'submit' | 'approve' | 'publish') => {
  const { id, version } = await policyOf(deps)
  const user = await personNamed(deps, by)
  return transitionDocument(
    { ...deps, user },
    { collection: 'policies', id, transition, expectedVersion: version },
  )
}

const stateOf = async (deps: Deps) => {
  const { payload } = deps
  const policy = await policyOf(deps)
  const [bot] = (await payload.find({ collection: 'bots', depth: 0 })).docs
  if (!bot) throw new Error('There is no bot.')
  const { message } = await answerQuestion(deps, {
    bot,
    request: AnswerRequestSchema.parse({
      question: 'Within how many days may the Petrel Kettle be sent back?',
    }),
    requestId: randomUUID(),
    idempotencyKey: null,
  })
  const releases = await payload.find({
    collection: 'releases',
    where: { documentId: { equals: policy.id } },
    sort: 'sequence',
    depth: 0,
  })
  return {
    state: policy.workflowState,
    message,
    windows: releases.docs.map(({ validFrom, validTo }) => ({ validFrom, validTo })),
    breaks: (await verifyInstallation(deps)).breaks,
  }
}

const result = await main()
process.stdout.write(`${JSON.stringify(result ?? {})}\n`)
await closeDeps()
process.exit()
