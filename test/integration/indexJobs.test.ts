import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SYSTEM } from '../../src/records/recordAudit'
import { beginBuild } from '../../ingestion/buildIndex'
import { forgetDoneJobs, readJobs, retryJobs } from '../../ingestion/outbox'
import { textsToEmbed } from '../../src/answer/reader/words/vectors'
import { passagesById } from '../../src/database/passages'
import { startIndexUpkeep } from '../../src/indexUpkeep'
import { embedWhatIsNew } from '../../src/unitUpkeep'
import { runWorker } from '../../src/worker'
import { watchedModel } from '../fakes/watchedModel'
import { AUDIENCES } from '../../src/vocabulary'
import { product, publishBackground, serviceOf } from './background'
import { onMongodb } from './databases'
import { useInstallation } from './installation'

const vouch = useInstallation()
const actor = SYSTEM

type Handler = (request: Request, o: { params: Promise<{ id: string } | undefined> }) => Promise<Response>
const tokens = new Map<string, string>()
const call = async (handler: Handler, who: string | null, body: unknown = {}, id = '') => {
  const response = await handler(
    new Request('http://vouch.test/api/v1/index', {
      method: body === null ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/json',
        ...(who && { authorization: `JWT ${tokens.get(who)}` }),
      },
      ...(body !== null && { body: JSON.stringify(body) }),
    }),
    // As Next calls a route without a parameter.
    { params: Promise.resolve(id ? { id } : undefined) },
  )
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const publishUnindexed = async (name: string, days: number) => {
  const draft = await vouch.draft(product(name, days))
  await vouch.act('ann', 'submit', draft)
  await vouch.act('ben', 'approve', draft)
  await vouch.act('ben', 'publish', draft)
  return draft
}
/** All tries of a waiting job are spent but one, and its time has come. */
const lastTry = async () => {
  const [job] = await vouch.rows('payload-jobs', {
    and: [{ completedAt: { exists: false } }, { taskSlug: { equals: 'indexRelease' } }],
  })
  const failed = {
    executedAt: new Date().toISOString(),
    completedAt: new Date().toISOString(),
    taskSlug: 'indexRelease',
    taskID: '1',
    state: 'failed',
  }
  await vouch.payload.db.updateOne({
    collection: 'payload-jobs',
    id: job!.id,
    data: {
      ...job,
      log: Array.from({ length: 240 }, () => ({ id: randomUUID(), ...failed })),
      waitUntil: null,
    },
    req: {},
  })
}

beforeAll(async () => {
  await publishBackground(vouch)
  for (const name of ['ada', 'ann'])
    tokens.set(
      name,
      (
        await vouch.payload.login({
          collection: 'users',
          data: { email: `${name}@example.com`, password: 'correct horse battery' },
        })
      ).token ?? '',
    )
})
afterAll(() => vi.restoreAllMocks())

describe('a job that gave up', () => {
  it('is listed with its document and a sentence, and is done once it is tried again', async () => {
    const draft = await publishUnindexed('Godwit Auger', 41)
    const upsert = vi
      .spyOn(vouch.deps.store, 'upsert')
      .mockRejectedValue(new TypeError('cannot read properties of undefined'))
    await lastTry()
    expect(await vouch.work()).toMatchObject({ failed: 1 })
    upsert.mockRestore()
    const [job] = await readJobs(vouch.payload)
    expect(job).toMatchObject({
      state: 'failed',
      task: 'indexRelease',
      document: { collection: 'policies', id: draft.id, title: 'Godwit Auger', version: 1 },
      reason: expect.stringMatching(/^Something in Vouch failed.*cannot read properties.*report this\.$/),
    })
    expect(JSON.stringify(job)).not.toMatch(/\.ts:\d/)
    await expect(retryJobs(vouch.payload, { ids: ['nobody'], actor })).rejects.toThrow('No failed job')
    expect(await retryJobs(vouch.payload, { ids: [job!.id], actor })).toBe(1)
    expect(await readJobs(vouch.payload)).toMatchObject([{ state: 'waiting', reason: null, tried: 0 }])
    expect(await vouch.work()).toEqual({ waiting: 0, failed: 0 })
    expect((await vouch.ask(serviceOf('Godwit Auger'))).message).toContain('41 days')
    expect(await vouch.rows('audit-log', { action: { equals: 'job.retried' } })).toHaveLength(1)
  })

  it('does not stop the jobs after it', async () => {
    await publishUnindexed('Ruff Mandrel', 42)
    const { upsert } = vouch.deps.store
    const spy = vi
      .spyOn(vouch.deps.store, 'upsert')
      .mockImplementation((version, points) =>
        points.some(({ words }) => words.includes('Ruff'))
          ? Promise.reject(new Error('broken document'))
          : upsert(version, points),
      )
    await lastTry()
    await publishUnindexed('Knot Spanner', 43)
    expect(await vouch.work()).toEqual({ waiting: 0, failed: 1 })
    expect((await vouch.ask(serviceOf('Knot Spanner'))).message).toContain('43 days')
    spy.mockRestore()
  })

  it('may be tried again by an admin over HTTP, and by nobody else', async () => {
    const { retry } = await import('../../src/http/indexActs')
    expect((await call(retry, null)).status).toBe(401)
    expect((await call(retry, 'ann')).status).toBe(403)
    expect(await call(retry, 'ada')).toEqual({ status: 200, body: { retried: 1 } })
    expect(await vouch.work()).toEqual({ waiting: 0, failed: 0 })
  })
})

describe('what a reader compares a question with', () => {
  it('is embedded before anyone asks, once, and of no text that was withdrawn', async () => {
    const model = watchedModel('ahead')
    const gone = await vouch.publish(product('Whimbrel Clamp', 45))
    await vouch.act('ben', 'withdraw', gone)
    await vouch.work()
    const seen = await embedWhatIsNew({ payload: vouch.payload, model }, null)
    expect(model.passages.join(' ')).not.toContain('Whimbrel')

    const chunks = await vouch.rows('chunks', {})
    const visible = await passagesById(
      vouch.payload,
      chunks.map(({ id }) => id),
      { audiences: AUDIENCES, at: Date.now() },
    )
    const wanted = textsToEmbed([...visible.values()])
    expect(wanted.length).toBeGreaterThan(5)
    expect(new Set(model.passages)).toEqual(new Set(wanted))

    model.passages.length = 0
    await vouch.publish(product('Dunlin Vice', 46))
    const later = await embedWhatIsNew({ payload: vouch.payload, model }, seen)
    expect(model.passages.length).toBeGreaterThan(0)
    expect(model.passages.every((text) => text.includes('Dunlin Vice'))).toBe(true)
    model.passages.length = 0
    await embedWhatIsNew({ payload: vouch.payload, model }, later)
    expect(model.passages).toEqual([])
  })
})

describe('what a crash left', () => {
  it('a job left “processing” is freed by the next worker, and done', async () => {
    await publishUnindexed('Stint Gasket', 44)
    await vouch.payload.db.updateJobs({
      data: { processing: true },
      where: { completedAt: { exists: false } },
      req: {},
    })
    // A text that was withdrawn is looked for a second time after a minute.
    expect(await vouch.work()).toMatchObject({ failed: 0 })
    expect((await vouch.ask(serviceOf('Stint Gasket'))).message).toContain('44 days')
  })
})

describe('a build that is begun in the admin', () => {
  it('is built by the worker beside its jobs, and activated, rolled back and removed over HTTP', async () => {
    const { build, activate, goBack, remove } = await import('../../src/http/indexActs')
    const { GET } = await import('../../src/app/api/v1/index/route')
    const { payload, env } = vouch.deps
    const model = watchedModel('admin')
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    model.before = () => held
    vouch.deps.model = model
    const stop = new AbortController()
    const running = runWorker({
      payload,
      databaseUri: env.databaseUri,
      signal: stop.signal,
      onTurn: () => startIndexUpkeep(vouch.deps),
    })
    expect((await call(build, 'ann')).status).toBe(403)
    const begun = await call(build, 'ada')
    expect(begun).toMatchObject({ status: 202, body: { version: expect.any(String) } })
    const id = String(begun.body['version'])
    const now = async () =>
      (await call(GET as unknown as Handler, 'ada', null)).body as {
        versions: { id: string; state: string; build: unknown }[]
      }
    const version = async () => (await now()).versions.find((each) => each.id === id)
    await vi.waitFor(async () => expect(await version()).toMatchObject({ build: { running: true } }), 10_000)
    expect((await call(activate, 'ada', {}, id)).body['detail']).toContain('not built yet')
    expect((await call(remove, 'ada', {}, id)).body['detail']).toContain('is being built')
    release()
    await vi.waitFor(async () => expect(await version()).toMatchObject({ state: 'ready' }), 20_000)
    expect((await call(activate, 'ada', {}, id)).status).toBe(200)
    // The first version has words alone, and this process a model.
    expect((await call(goBack, 'ada')).body['detail']).toContain('built with words alone')
    vouch.deps.model = null
    expect((await call(goBack, 'ada')).status).toBe(200)
    expect((await call(remove, 'ada', {}, id)).status).toBe(200)
    const log = await vouch.rows('audit-log', { subjectId: { equals: id } })
    expect(log.toSorted((a, b) => a.seq - b.seq).map(({ action, actorName }) => [action, actorName])).toEqual(
      [
        ['index.build_started', 'ada'],
        ['index.built', 'Vouch'],
        ['index.activated', 'ada'],
        ['index.removed', 'ada'],
      ],
    )
    stop.abort()
    await running
  })

  it('goes on after the worker was ended in the middle of it', async () => {
    const model = watchedModel('ended')
    const deps = { ...vouch.deps, model }
    const id = await beginBuild(deps, { denseWeight: 0.5, actor })
    let end: () => Promise<void> = async () => {}
    const began = new Promise<void>((resolve) => {
      model.before = async () => resolve()
    })
    end = startIndexUpkeep(deps)
    await began
    await end()
    model.before = async () => {}
    end = startIndexUpkeep(deps)
    await vi.waitFor(
      async () =>
        expect((await vouch.rows('index-versions', { id: { equals: id } }))[0]).toMatchObject({
          state: 'ready',
        }),
      20_000,
    )
    await end()
  })
})

it('the index is compared with the database at the start, when the last night was missed', async () => {
  const [active] = await vouch.rows('index-versions', { state: { equals: 'active' } })
  const long = new Date(Date.now() - 2 * 24 * 3_600_000).toISOString()
  await vouch.payload.db.updateOne({
    collection: 'index-versions',
    id: active!.id,
    data: { reconciledAt: long },
    req: {},
  })
  const end = startIndexUpkeep(vouch.deps)
  await vi.waitFor(async () => {
    const [now] = await vouch.rows('index-versions', { id: { equals: active!.id } })
    expect(Date.parse(now?.reconciledAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
  }, 10_000)
  await end()
})

it('jobs that were done a week ago are forgotten; what waits or was given up is kept', async () => {
  const weekAgo = new Date(Date.now() - 8 * 24 * 60 * 60_000).toISOString()
  const made = (o: Record<string, unknown>) =>
    vouch.payload.db.create({
      collection: 'payload-jobs',
      data: { id: randomUUID(), taskSlug: 'moveWindow', input: { releaseId: 'none' }, queue: 'kept', ...o },
      req: {},
    })
  await made({ completedAt: weekAgo })
  await made({ completedAt: new Date().toISOString() })
  await made({ completedAt: weekAgo, hasError: true })
  await made({ createdAt: weekAgo })
  await forgetDoneJobs(vouch.payload)
  const kept = await vouch.rows('payload-jobs', { queue: { equals: 'kept' } })
  expect(kept.map(({ completedAt, hasError }) => [Boolean(completedAt), Boolean(hasError)]).sort()).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ])
  // MongoDB keeps a job's log inside it.
  if (onMongodb) return
  await forgetDoneJobs(vouch.payload, -1)
  const logs = await vouch.sql(
    'SELECT count(*) AS n FROM payload_jobs_log WHERE _parent_id NOT IN (SELECT id FROM payload_jobs)',
  )
  expect(Number(logs[0]?.rows[0]?.['n'])).toBe(0)
})
