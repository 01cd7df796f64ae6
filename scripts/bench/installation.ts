import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { User } from '../../payload-types'
import { createCachedModel } from '../../src/retrieval/embeddings/cached'
import type { Deps } from '../../src/deps'
import { countedModel, type CountedModel } from './model'

export interface BenchInstallation {
  deps: Deps
  dataDir: string
  /** Without its cache. */
  model: CountedModel
  person(name: string, role: 'author' | 'approver'): Promise<User>
  close(): Promise<void>
}

/** A fresh installation on the embedded default in a temporary directory, with the model asked for. */
export const openInstallation = async (modelName: 'hash' | 'local'): Promise<BenchInstallation> => {
  const modelDir = path.resolve(process.env['VOUCH_MODEL_DIR'] ?? 'models')
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vouch-bench-'))
  // The model is given below: one that counts.
  Object.assign(process.env, {
    VOUCH_DATA_DIR: dataDir,
    // What is published here is for nobody’s real database or index.
    DATABASE_URI: '',
    QDRANT_URL: '',
    VOUCH_MODEL_DIR: path.join(dataDir, 'none'),
    LOG_LEVEL: 'error',
  })
  const { getDeps, closeDeps, DENSE_WEIGHT } = await import('../../src/deps')
  const [{ beginBuild, runBuild }, { activateVersion }, { SYSTEM }] = await Promise.all([
    import('../../ingestion/buildIndex'),
    import('../../ingestion/switchIndex'),
    import('../../src/records/recordAudit'),
  ])
  const deps = await getDeps()
  const model = countedModel(modelName, modelDir)
  deps.model = createCachedModel({ model, file: path.join(dataDir, 'embeddings.db') })
  const version = await beginBuild(deps, { denseWeight: DENSE_WEIGHT, actor: SYSTEM })
  await runBuild(deps, version, { actor: SYSTEM })
  await activateVersion(deps, version, { actor: SYSTEM })
  return {
    deps,
    dataDir,
    model,
    person: (name, role) =>
      deps.payload.create({
        collection: 'users',
        data: { name, email: `${name}@example.com`, password: randomUUID(), roles: [role] },
      }),
    close: async () => {
      await closeDeps()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
