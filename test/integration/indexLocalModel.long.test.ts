import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '../../src/records/recordAudit'
import { beginBuild, runBuild } from '../../ingestion/buildIndex'
import { indexStatus } from '../../ingestion/indexStatus'
import { activeIndexVersion } from '../../ingestion/indexVersions'
import { activateVersion, rollBack } from '../../ingestion/switchIndex'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import type { IndexVersion } from '../../src/retrieval/types'
import { product, publishBackground, serviceOf } from './background'
import { useInstallation } from './installation'

const modelDir = path.resolve(process.env['VOUCH_MODEL_DIR'] ?? './models')
const present = existsSync(path.join(modelDir, 'model.onnx'))
if (!present) console.warn(`SKIPPED: index versions with the local model; no weights in ${modelDir}.`)

describe.skipIf(!present)('index versions, with the local model', () => {
  const vouch = useInstallation({ modelDir })
  const actor = SYSTEM
  const vectorsOf = async (version: IndexVersion) => {
    const vectors = new Map<string, Float32Array | null>()
    for await (const point of vouch.deps.store.ids(version, { vectors: true }))
      vectors.set(point.id, point.vector)
    return vectors
  }

  beforeAll(async () => {
    await publishBackground(vouch)
    await vouch.publish(product('Nightjar Gimbal', 51))
  })

  it('a rebuild gives every chunk the vector that it had, is activated, and is gone back from', async () => {
    const first = (await activeIndexVersion(vouch.payload))!
    const id = await beginBuild(vouch.deps, { denseWeight: 0.5, actor })
    const check = await runBuild(vouch.deps, id, { actor })
    expect(check).toMatchObject({ missing: 0, stray: 0, stale: 0, vectors: { wrong: 0 }, problems: [] })
    expect(check.recall.built).toBe(check.recall.active)
    await activateVersion(vouch.deps, id, { actor })
    const second = (await activeIndexVersion(vouch.payload))!
    expect(second.id).toBe(id)
    expect(await vectorsOf(second)).toEqual(await vectorsOf(first))
    expect(await rollBack(vouch.deps, { actor })).toBe(first.id)
    expect((await verifyInstallation(vouch.deps)).breaks).toEqual([])
  })

  it('weights that are gone cost the dense leg and nothing else, and the status says what to run', async () => {
    const { model } = vouch.deps
    vouch.deps.model = null
    expect((await indexStatus(vouch.deps)).problem).toMatch(
      /built with minilm\S+, this process has words alone.*index rebuild/,
    )
    const answered = await vouch.ask(serviceOf('Nightjar Gimbal'))
    expect(answered).toMatchObject({ outcome: 'answered', degraded: ['dense'] })
    vouch.deps.model = model
    expect(await vouch.ask(serviceOf('Nightjar Gimbal'))).toMatchObject({ outcome: 'answered', degraded: [] })
  })
})
