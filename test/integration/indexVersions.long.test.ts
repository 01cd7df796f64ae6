import { beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '../../src/records/recordAudit'
import { beginBuild, runBuild } from '../../ingestion/buildIndex'
import { compareIndex, sizeOf } from '../../ingestion/compare'
import { indexStatus } from '../../ingestion/indexStatus'
import { activeIndexVersion } from '../../ingestion/indexVersions'
import { reconcileIndex } from '../../ingestion/reconcile'
import { activateVersion, pruneVersions, removeVersion, rollBack } from '../../ingestion/switchIndex'
import type { Policy } from '../../payload-types'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import type { EmbeddingModel, VectorStore } from '../../src/retrieval/types'
import { watchedModel } from '../fakes/watchedModel'
import { product, publishBackground, serviceOf } from './background'
import { useInstallation } from './installation'

const vouch = useInstallation()
const actor = SYSTEM
const begin = (o: { model?: EmbeddingModel | null; store?: VectorStore; fresh?: boolean } = {}) =>
  beginBuild({ ...vouch.deps, ...o }, { denseWeight: 0.5, actor, ...(o.fresh && { fresh: true }) })
const build = async (o: Parameters<typeof begin>[0] = {}) => {
  const id = await begin(o)
  return { id, check: await runBuild({ ...vouch.deps, ...o }, id, { actor }) }
}
const rebuild = async (model: EmbeddingModel | null) => {
  const built = await build({ model })
  await activateVersion({ ...vouch.deps, model }, built.id, { actor })
  vouch.deps.model = model
  return built
}
const row = async (id: string) => (await vouch.rows('index-versions', { id: { equals: id } }))[0]
const actions = async () =>
  (await vouch.rows('audit-log')).toSorted((a, b) => a.seq - b.seq).map((a) => a.action)
const breaks = async () => (await verifyInstallation(vouch.deps)).breaks

/** A new text in the place of one that is in force; it is indexed when the worker next runs. */
const supersede = async (policy: Policy, title: string) => {
  await vouch.payload.update({ collection: 'policies', id: policy.id, data: { title }, ...vouch.as('ann') })
  await vouch.act('ann', 'submit', policy)
  await vouch.act('ben', 'approve', policy)
  await vouch.act('ben', 'publish', policy)
}
const differences = async (id: string) => {
  const version = await row(id)
  return sizeOf(
    await compareIndex(vouch.deps, {
      id,
      chunker: version?.chunker ?? '',
      model: null,
      denseWeight: 0,
    }),
  )
}

beforeAll(async () => {
  await publishBackground(vouch)
  await vouch.publish(product('Nightjar Gimbal', 51))
})
describe('a rebuild with another model, while people publish', () => {
  for (const [worker, workersModel] of [
    ['the worker has the new model too', 'new'],
    ['the worker still has the old one', 'old'],
  ] as const)
    it(`what is published, withdrawn and superseded meanwhile is right at activation: ${worker}`, async () => {
      const after = watchedModel(`after-${workersModel}`)
      // A process has one model, and an index of words alone can be written with any.
      await rebuild(workersModel === 'new' ? null : watchedModel(`before-${workersModel}`))
      if (workersModel === 'new') vouch.deps.model = after
      const withdrawn = await vouch.publish(product(`Tern Winch ${workersModel}`, 61))
      const superseded = await vouch.publish(product(`Crake Pulley ${workersModel}`, 62))
      let done = false
      after.before = async () => {
        if (done) return
        done = true
        // The new version is being built: the batch at hand has been read from the database already.
        await vouch.publish(product(`Dunlin Capstan ${workersModel}`, 63))
        await vouch.act('ben', 'withdraw', withdrawn, 'policies', { comment: 'Wrong.' })
        await supersede(superseded, `Crake Pulley ${workersModel} II`)
        await vouch.work()
      }
      const { id, check } = await build({ model: after })
      expect(check.problems).toEqual([])
      await activateVersion({ ...vouch.deps, model: after }, id, { actor })
      vouch.deps.model = after
      expect((await activeIndexVersion(vouch.payload))?.id).toBe(id)
      expect(await differences(id)).toEqual({ missing: 0, stray: 0, stale: 0 })
      expect(await breaks()).toEqual([])
      const answered = await vouch.ask(serviceOf(`Dunlin Capstan ${workersModel}`))
      expect(answered).toMatchObject({ degraded: [] })
      expect(answered.message).toContain('63 days')
      expect((await vouch.ask(serviceOf(`Tern Winch ${workersModel}`))).message).not.toContain('61 days')
    })
})

describe('a build that is interrupted', () => {
  it('goes on where it was: what is there with the right hash is neither embedded nor written again', async () => {
    const model = watchedModel('resumed')
    let batches = 0
    model.before = async () => {
      if (++batches === 2) throw new Error('kill -9')
    }
    let written: string[] = []
    const store: VectorStore = {
      ...vouch.deps.store,
      upsert: async (version, points) => {
        written.push(...points.map((point) => point.id))
        await vouch.deps.store.upsert(version, points)
      },
    }
    const id = await begin({ model, store })
    await expect(runBuild({ ...vouch.deps, model, store }, id, { actor })).rejects.toThrow('kill -9')
    expect(await row(id)).toMatchObject({ state: 'building', problem: expect.stringContaining('kill -9') })
    const first = written
    expect(first.length).toBeGreaterThan(50)
    written = []
    model.passages = []
    const again = await build({ model, store })
    expect(again.id).toBe(id)
    expect(new Set([...first, ...written]).size).toBe(first.length + written.length)
    expect(first.length + written.length).toBe(again.check.chunks)
    expect(model.passages).toHaveLength(written.length + again.check.vectors.sampled)
    expect(again.check).toMatchObject({ missing: 0, stray: 0, stale: 0, problems: [] })
    expect(await row(id)).toMatchObject({ state: 'ready', problem: null, builder: null })
  })

  it('is taken over from a builder that died, and not from one that lives', async () => {
    const model = watchedModel('leased')
    const id = await begin({ model })
    const data = { builder: 'another process', heartbeat: new Date(Date.now() - 60_000).toISOString() }
    await vouch.payload.db.updateOne({ collection: 'index-versions', id, data, req: {} })
    model.before = async () => {
      model.before = async () => {}
      await expect(removeVersion(vouch.deps, id, { actor })).rejects.toThrow('is being built')
      await expect(begin({ model: watchedModel('rival') })).rejects.toThrow(
        'is being built by another process',
      )
    }
    await runBuild({ ...vouch.deps, model }, id, { actor })
    expect(await row(id)).toMatchObject({ state: 'ready' })
    await removeVersion(vouch.deps, id, { actor })
  })

  it('starts anew with --fresh, and gives up what was begun', async () => {
    const model = watchedModel('fresh')
    const first = await build({ model })
    model.passages = []
    const second = await build({ model, fresh: true })
    expect(second.id).not.toBe(first.id)
    expect(model.passages.length).toBeGreaterThan(100)
    expect(await row(first.id)).toMatchObject({ state: 'retired', removedAt: expect.any(String) })
    await removeVersion(vouch.deps, second.id, { actor })
  })
})

describe('verification before activation', () => {
  it('refuses a version that finds less than the active one, says by how much, and obeys --force, recorded', async () => {
    await rebuild(watchedModel('sound'))
    const blind: EmbeddingModel = {
      id: 'blind',
      dimensions: 8,
      // Every text in the same place: its dense leg is noise.
      embed: async (texts) => texts.map(() => new Float32Array([1, 0, 0, 0, 0, 0, 0, 0])),
    }
    const id = await beginBuild({ ...vouch.deps, model: blind }, { denseWeight: 1, actor })
    const check = await runBuild({ ...vouch.deps, model: blind }, id, { actor })
    expect(check.problems).toEqual([
      expect.stringMatching(/recall at 5 fell from \d+\.\d% to \d+\.\d% on \d+ questions/),
    ])
    const active = await activeIndexVersion(vouch.payload)
    await expect(activateVersion({ ...vouch.deps, model: blind }, id, { actor })).rejects.toThrow(/--force/)
    expect((await activeIndexVersion(vouch.payload))?.id).toBe(active?.id)
    await activateVersion({ ...vouch.deps, model: blind }, id, { actor, force: true })
    const log = await vouch.rows('audit-log', {
      and: [{ action: { equals: 'index.activated' } }, { subjectId: { equals: id } }],
    })
    expect(log[0]?.detail).toMatchObject({ forced: true, problems: [expect.stringContaining('recall')] })
    await rollBack(vouch.deps, { actor })
    expect((await activeIndexVersion(vouch.payload))?.id).toBe(active?.id)
  })

  it('names vectors that are not those of their words', async () => {
    const model = watchedModel('shuffled')
    let upside = true
    const store: VectorStore = {
      ...vouch.deps.store,
      upsert: (version, points) =>
        vouch.deps.store.upsert(
          version,
          points.map((point) => ({
            ...point,
            vector: upside ? (point.vector?.map((x) => -x) ?? null) : point.vector,
          })),
        ),
    }
    const { id, check } = await build({ model, store })
    expect(check.vectors.wrong).toBe(check.vectors.sampled)
    expect(check.problems.join()).toContain('vectors are not those')
    upside = false
    await removeVersion(vouch.deps, id, { actor })
  })
})

describe('roll-back', () => {
  it('goes back in one step, with everything published, withdrawn and superseded since', async () => {
    const model = watchedModel('one')
    await rebuild(model)
    const first = (await activeIndexVersion(vouch.payload))?.id
    const withdrawn = await vouch.publish(product('Plover Tackle', 71))
    await build({ fresh: true })
    const second = (await vouch.rows('index-versions', { state: { equals: 'ready' } }))[0]
    await activateVersion(vouch.deps, second?.id ?? '', { actor })
    await vouch.publish(product('Avocet Ratchet', 72))
    await vouch.act('ben', 'withdraw', withdrawn, 'policies', { comment: 'Wrong.' })
    await vouch.work()
    expect(await rollBack(vouch.deps, { actor })).toBe(first)
    expect(await breaks()).toEqual([])
    expect((await vouch.ask(serviceOf('Avocet Ratchet'))).message).toContain('72 days')
    expect((await vouch.ask(serviceOf('Plover Tackle'))).message).not.toContain('71 days')
    expect(await actions()).toContain('index.rolled_back')
  })

  it('is refused where the version was built with a model that this process does not have', async () => {
    await rebuild(watchedModel('two'))
    await expect(rollBack({ ...vouch.deps, model: watchedModel('three') }, { actor })).rejects.toThrow(
      /built with \S+, this process has three.*index rebuild/,
    )
  })

  it('is possible as long as the version was not pruned; the active one is never removed', async () => {
    const kept = await pruneVersions(vouch.deps, { actor, keep: 1 })
    expect(kept.length).toBeGreaterThan(0)
    await pruneVersions(vouch.deps, { actor, keep: 0 })
    await expect(rollBack(vouch.deps, { actor })).rejects.toThrow('no earlier index version')
    const active = await activeIndexVersion(vouch.payload)
    await expect(removeVersion(vouch.deps, active?.id ?? '', { actor })).rejects.toThrow('answers now')
    expect(await breaks()).toEqual([])
  })
})

describe('a model swapped without a rebuild', () => {
  it('answers by words alone and says so; publications wait with the reason, and go on once it is rebuilt', async () => {
    await rebuild(watchedModel('old'))
    const fresh = watchedModel('new')
    vouch.deps.model = fresh
    expect((await indexStatus(vouch.deps)).problem).toMatch(
      /built with old, this process has new.*index rebuild/,
    )
    const response = await vouch.ask(serviceOf('Nightjar Gimbal'))
    expect(response).toMatchObject({ outcome: 'answered', degraded: ['dense'] })
    const draft = await vouch.draft(product('Whimbrel Hoist', 81))
    await vouch.act('ann', 'submit', draft)
    await vouch.act('ben', 'approve', draft)
    await vouch.act('ben', 'publish', draft)
    expect((await vouch.work()).waiting).toBe(1)
    const { readJobs } = await import('../../ingestion/outbox')
    expect(await readJobs(vouch.payload)).toMatchObject([
      {
        state: 'waiting',
        task: 'indexRelease',
        document: { title: 'Whimbrel Hoist' },
        reason: expect.stringMatching(/^The index was built with old, this process has new/),
      },
    ])
    await rebuild(fresh)
    expect(await vouch.work()).toEqual({ waiting: 0, failed: 0 })
    expect((await vouch.ask(serviceOf('Whimbrel Hoist'))).message).toContain('81 days')
    expect(await breaks()).toEqual([])
  })

  it('a model that is gone, and one that is there anew, are told apart in the same words', async () => {
    expect((await indexStatus({ ...vouch.deps, model: null })).problem).toMatch(
      /built with new, this process has words alone/,
    )
    await rebuild(null)
    expect((await indexStatus({ ...vouch.deps, model: watchedModel('new') })).problem).toMatch(
      /built with words alone, this process has new/,
    )
    expect((await indexStatus(vouch.deps)).problem).toBeNull()
  })
})

describe('reconcile', () => {
  it('mends missing, stray and stale points of every version that answers or may, and records it', async () => {
    const version = (await activeIndexVersion(vouch.payload))!
    const points = []
    for await (const point of vouch.deps.store.ids(version)) points.push(point)
    const [gone, moved] = points
    await vouch.deps.store.remove(version, [gone!.id])
    await vouch.deps.store.setWindow(version, [moved!.id], { validFrom: 1, validTo: 2 })
    await vouch.deps.store.upsert(version, [
      {
        ...moved!,
        id: '00000000-0000-4000-8000-000000000000',
        audience: 'public',
        words: 'stray',
        vector: null,
      },
    ])
    const plan = { added: 1, removed: 1, moved: 1 }
    expect(await reconcileIndex(vouch.deps, { dryRun: true })).toMatchObject([plan])
    expect(await reconcileIndex(vouch.deps)).toMatchObject([plan])
    expect(await reconcileIndex(vouch.deps)).toMatchObject([{ added: 0, removed: 0, moved: 0 }])
    expect((await actions()).filter((action) => action === 'index.reconciled')).toHaveLength(1)
    expect(await breaks()).toEqual([])
  })
})

describe('what is embedded again', () => {
  it('one chunk, when one sentence of three hundred sections has changed', async () => {
    const { createCachedModel } = await import('../../src/retrieval/embeddings/cached')
    const counted = watchedModel('counted')
    const cached = createCachedModel({ model: counted, file: `${vouch.deps.env.dataDir}/counted.db` })
    await rebuild(cached)
    const text = (changed: string) =>
      Array.from(
        { length: 300 },
        (_, i) => `## Berth ${i}\n\nBerth ${i} takes ${i === 150 ? changed : 'one'} boat.`,
      ).join('\n\n')
    const policy = await vouch.publish({ title: 'Berths', markdown: text('one') })
    const chunks = await vouch.rows('chunks', { documentId: { equals: policy.id } })
    expect(chunks.length).toBe(300)
    counted.passages = []
    const { markdownToRichText } = await import('../../src/records/richText/markdown')
    await vouch.payload.update({
      collection: 'policies',
      id: policy.id,
      data: { body: await markdownToRichText(vouch.payload.config, text('no')) } as never,
      ...vouch.as('ann'),
    })
    await vouch.act('ann', 'submit', policy)
    await vouch.act('ben', 'approve', policy)
    await vouch.act('ben', 'publish', policy)
    await vouch.work()
    expect(counted.passages).toHaveLength(1)
    expect(counted.passages[0]).toContain('Berth 150 takes no boat')
    counted.passages = []
    await build({ fresh: true })
    expect(counted.passages).toEqual([])
  })
})
