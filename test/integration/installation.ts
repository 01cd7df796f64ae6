import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload, Where } from 'payload'
import { afterAll, beforeAll, inject } from 'vitest'
import { createClient, type InStatement, type ResultSet } from '@libsql/client'
import type { Bot, Config, Faq, Policy, User } from '../../payload-types'
import { markdownToRichText } from '../../src/records/richText/markdown'
import { AnswerRequestSchema, type AnswerResponse } from '../../src/answer/schema'
import { answerQuestion } from '../../src/commands/answerQuestion'
import { tryQuestion, type Trial } from '../../src/commands/tryQuestion'
import { transitionDocument } from '../../src/commands/transitionDocument'
import type { TransitionRequest } from '../../src/commands/transitionRequest'
import type { Deps } from '../../src/deps'
import type { Transition } from '../../src/governance/types'
import type { GovernedCollection } from '../../src/vocabulary'
import { warmUp } from '../../src/warmUp'
import { drainJobs } from '../../src/worker'
import { createPeople } from './createPeople'
import { forgetPayload } from './forgetPayload'

export interface Installation {
  deps: Deps
  payload: Payload
  user: (name: string) => User
  /** A policy draft by `author`. */
  draft: (o: Partial<Policy> & { title: string; markdown: string; by?: string }) => Promise<Policy>
  faq: (o: Partial<Faq> & { question: string; markdown: string; by?: string }) => Promise<Faq>
  act: (
    by: string,
    transition: Transition,
    on: { id: string },
    collection?: GovernedCollection,
    o?: Partial<TransitionRequest>,
  ) => ReturnType<typeof transitionDocument>
  /** Draft, review, signature, release, index. */
  publish: (o: Parameters<Installation['draft']>[0]) => Promise<Policy>
  work: () => ReturnType<typeof drainJobs>
  /** The user to pass to Payload's local API with `overrideAccess: false`. */
  as: (name: string) => { user: User & { collection: 'users' }; overrideAccess: false }
  /** A bot with every scope that tells the public, but for the precise reasons, unless said otherwise. */
  bot: (o?: Partial<Bot>) => Promise<Bot>
  /** A question that a person tries as a bot that tells the public, of any instant. */
  attempt: (question: string, asOf: number) => Promise<Trial>
  /** Asks as `bot`, else as one that tells the public. The request is parsed as the route parses it. */
  ask: (question: string, o?: AskOptions) => Promise<AnswerResponse>
  rows: <Slug extends keyof Config['collections']>(
    collection: Slug,
    where?: Where,
  ) => Promise<Config['collections'][Slug][]>
  /** Runs statements on the database file through a connection of its own, as someone with the file could. */
  sql: (...statements: InStatement[]) => Promise<ResultSet[]>
}

export interface AskOptions {
  bot?: Bot
  /** The other fields of the request. */
  request?: Record<string, unknown>
  idempotencyKey?: string
  deps?: Partial<Deps>
}

/** A fresh installation in a temporary data directory, real in every part; words alone unless weights are given. */
export const useInstallation = ({ modelDir = '/nonexistent' }: { modelDir?: string } = {}): Installation => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vouch-'))
  const installation = {} as Installation
  const people = new Map<string, User>()
  const template = inject('template')
  if (template) cpSync(template, dataDir, { recursive: true })

  beforeAll(async () => {
    const mongodb = process.env['DATABASE_URI']
    // Each file a database of its own, on whichever server is given.
    if (mongodb) process.env['DATABASE_URI'] = mongodb.replace(/\/[^/?]*(\?|$)/, `/vouch-${randomUUID()}$1`)
    Object.assign(process.env, {
      VOUCH_DATA_DIR: dataDir,
      VOUCH_MODEL_DIR: modelDir,
      VOUCH_READER: modelDir === '/nonexistent' ? 'words' : 'local',
      LOG_LEVEL: 'fatal',
    })
    const { getDeps } = await import('../../src/deps')
    installation.deps = await getDeps()
    installation.payload = installation.deps.payload
    for (const person of template
      ? await everyone(installation.payload)
      : await createPeople(installation.payload))
      people.set(person.name, person)
  })

  afterAll(async () => {
    const { closeDeps } = await import('../../src/deps')
    await closeDeps()
    forgetPayload()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const user = (name: string): User => {
    const found = people.get(name)
    if (!found) throw new Error(`No such test user: ${name}`)
    return found
  }
  installation.user = user
  const asUser = (name: string) => ({ user: { ...user(name), collection: 'users' as const } })
  installation.draft = async ({ markdown, by = 'ann', ...data }) =>
    installation.payload.create({
      collection: 'policies',
      data: {
        body: await markdownToRichText(installation.payload.config, markdown),
        ...data,
      } as unknown as Policy,
      overrideAccess: false,
      ...asUser(by),
      depth: 0,
    })
  installation.faq = async ({ markdown, by = 'ann', ...data }) =>
    installation.payload.create({
      collection: 'faqs',
      data: {
        answer: await markdownToRichText(installation.payload.config, markdown),
        ...data,
      } as unknown as Faq,
      overrideAccess: false,
      ...asUser(by),
      depth: 0,
    })
  installation.act = async (by, transition, on, collection = 'policies', o = {}) => {
    const row = await installation.payload.findByID({ collection, id: on.id, depth: 0 })
    return transitionDocument(
      { payload: installation.payload, user: user(by), chunker: installation.deps.chunker },
      { collection, id: on.id, transition, expectedVersion: row.version, ...o },
    )
  }
  installation.work = () =>
    drainJobs({ payload: installation.payload, databaseUri: installation.deps.env.databaseUri })
  installation.publish = async (o) => {
    const draft = await installation.draft(o)
    await installation.act('ann', 'submit', draft)
    await installation.act('ben', 'approve', draft)
    await installation.act('ben', 'publish', draft)
    await installation.work()
    return installation.payload.findByID({ collection: 'policies', id: draft.id, depth: 0 })
  }
  installation.as = (name) => ({ ...asUser(name), overrideAccess: false })
  installation.rows = async (collection, where = {}) =>
    (await installation.payload.find({ collection, where, depth: 0, pagination: false, sort: 'id' }))
      .docs as never
  Object.assign(installation, askers(installation))
  installation.sql = async (...statements) => {
    const client = createClient({ url: installation.deps.env.databaseUri })
    try {
      await client.execute('PRAGMA busy_timeout = 5000')
      const results: ResultSet[] = []
      for (const statement of statements) results.push(await client.execute(statement))
      return results
    } finally {
      client.close()
    }
  }
  return installation
}

const everyone = async (payload: Payload): Promise<User[]> =>
  (await payload.find({ collection: 'users', depth: 0, pagination: false })).docs

const askers = (installation: Installation): Pick<Installation, 'attempt' | 'bot' | 'ask'> => {
  let shop: Promise<Bot> | undefined
  const bot: Installation['bot'] = (o = {}) =>
    installation.payload.create({
      collection: 'bots',
      data: {
        name: `bot-${randomUUID()}`,
        enabled: true,
        audiences: ['public'],
        scopes: ['answer', 'answer:history', 'explain', 'read:receipts', 'read:gaps'],
        requestsPerMinute: 10_000,
        ...o,
      },
      depth: 0,
    })
  return {
    bot,
    attempt: async (question, asOf) =>
      tryQuestion(installation.deps, {
        user: installation.user('ada'),
        botId: (await (shop ??= bot())).id,
        request: AnswerRequestSchema.parse({ question, asOf: new Date(asOf).toISOString() }),
      }),
    ask: async (question, o = {}) => {
      // What a new process loads is no part of an answer’s time.
      await warmUp(installation.deps)
      return answerQuestion(
        { ...installation.deps, ...o.deps },
        {
          bot: o.bot ?? (await (shop ??= bot())),
          request: AnswerRequestSchema.parse({ question, ...o.request }),
          requestId: randomUUID(),
          idempotencyKey: o.idempotencyKey ?? null,
        },
      )
    },
  }
}
