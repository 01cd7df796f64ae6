import { randomUUID } from 'node:crypto'
import type { PayloadRequest, Where } from 'payload'
import { recordAudit } from '../src/records/recordAudit'
import type { IndexVersion as IndexVersionRow } from '../payload-types'
import { inTransaction } from '../src/database/transaction'
import { sentenceOf, VouchError } from '../src/errors'
import { asBuilder, isBeingBuilt } from './buildLease'
import { checkVersion, type CheckOptions, type VersionCheck } from './checkVersion'
import type { IndexDeps } from './indexing'
import {
  changeVersion,
  indexVersionRows,
  modelName,
  newRow,
  settingsMismatch,
  storeVersion,
  toIndexVersion,
  type IndexActor,
} from './indexVersions'
import { reconcileVersion } from './reconcile'
import type { Chunker } from './types'

export type BuildDeps = IndexDeps & { chunker: Chunker }

interface Beginning {
  denseWeight: number
  actor: IndexActor
  /** Starts anew instead of going on with what an interrupted build left. */
  fresh?: boolean
  /** Who will build a new one, when that is the caller: nobody else begins then. */
  me?: string
}

/**
 * The version that is to be built with what this process has: the unfinished one that was begun with the same, or a new
 * one. Unfinished versions of other settings are given up. From now on publications reach it too.
 */
export const beginBuild = async (deps: BuildDeps, o: Beginning): Promise<string> => {
  const { payload, store, model, chunker } = deps
  const settings = { store, model, chunker: chunker.id, denseWeight: o.denseWeight }
  const wanted = newRow(settings, 'building')
  const { id, givenUp } = await inTransaction({ payload }, async (req) => {
    const unfinished = await indexVersionRows(payload, UNFINISHED, req)
    const same = o.fresh ? undefined : unfinished.find((row) => isSame(row, wanted))
    const row = same ?? wanted
    const busy = unfinished.find((other) => other !== same && isBeingBuilt(other))
    if (busy)
      throw new VouchError(
        `Index version ${busy.id} is being built by another process. End that first, or wait until it is built.`,
      )
    for (const other of unfinished) if (other !== same) await giveUp(req, other, o.actor)
    if (same) await storeVersion(payload, same.id, { state: 'building' }, req)
    else {
      await payload.db.create({
        collection: 'index-versions',
        data: {
          ...wanted,
          startedAt: new Date().toISOString(),
          ...(o.me && { builder: o.me, heartbeat: new Date().toISOString() }),
        },
        req,
      })
    }
    await audit(req, same ? 'index.build_resumed' : 'index.build_started', row, o.actor)
    return { id: row.id, givenUp: unfinished.filter((other) => other !== same) }
  })
  for (const row of givenUp) await store.drop(toIndexVersion(row))
  return id
}

/**
 * Builds a version that was begun, beside the active one, while answers and publications go on: until the database and
 * it agree both ways, then checks it. It is ready then, and answers nothing before it is activated.
 * @throws when a dependency is down, the signal aborts or another process builds it; what is built stays, and the next
 *   call goes on from there.
 */
export const runBuild = async (
  deps: BuildDeps,
  id: string,
  {
    me = randomUUID(),
    actor,
    signal,
    onProgress = () => {},
    check: checkOptions = {},
  }: {
    me?: string
    actor: IndexActor
    signal?: AbortSignal
    onProgress?: (done: number, total: number) => void
    check?: CheckOptions
  },
): Promise<VersionCheck> => {
  const { payload } = deps
  const row = await findVersion(deps, id)
  const problem = settingsMismatch(row, deps)
  if (problem) throw new VouchError(problem)
  const version = toIndexVersion(row)
  return asBuilder(payload, { id, me }, async (progress) => {
    try {
      await reconcileVersion(deps, version, {
        ...(signal && { signal }),
        onProgress: (done, total) => {
          progress(done, total)
          onProgress(done, total)
        },
      })
      signal?.throwIfAborted()
      const check = await checkVersion(deps, version, checkOptions)
      await changeVersion(payload, {
        id,
        action: 'index.built',
        actor,
        change: async () => ({
          state: 'ready',
          builtAt: new Date().toISOString(),
          check: { ...check },
        }),
        detail: { ...check },
      })
      return check
    } catch (error) {
      if (!signal?.aborted) await storeVersion(payload, id, { problem: problemOf(error) })
      throw error
    }
  })
}

/** @throws {VouchError} when there is none. */
export const findVersion = async ({ payload }: Pick<IndexDeps, 'payload'>, id: string) => {
  const [row] = await indexVersionRows(payload, { id: { equals: id } })
  if (!row) throw new VouchError(`There is no index version ${id}. See: npm run -s vouch -- index status`)
  return row
}

const UNFINISHED: Where = { state: { in: ['building', 'ready'] } }

const isSame = (row: IndexVersionRow, wanted: IndexVersionRow): boolean =>
  row.store === wanted.store &&
  row.chunker === wanted.chunker &&
  row.denseWeight === wanted.denseWeight &&
  (row.embeddingModel ?? null) === (wanted.embeddingModel ?? null)

const giveUp = async (req: PayloadRequest, row: IndexVersionRow, actor: IndexActor): Promise<void> => {
  await storeVersion(
    req.payload,
    row.id,
    { state: 'retired', removedAt: new Date().toISOString(), builder: null },
    req,
  )
  await audit(req, 'index.given_up', row, actor)
}

const audit = (req: PayloadRequest, action: string, row: IndexVersionRow, actor: IndexActor) =>
  recordAudit(req, {
    action,
    actor,
    subject: {
      collection: 'index-versions',
      id: row.id,
      title: modelName(toIndexVersion(row).model),
    },
    detail: { store: row.store, chunker: row.chunker },
  })

const problemOf = (error: unknown): string =>
  sentenceOf(error) ?? `The build failed: ${(error as Error).message}`
