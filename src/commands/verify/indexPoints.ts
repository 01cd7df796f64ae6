import { idOf } from '../../records/content'
import { embeddingText } from '../../../ingestion/chunk'
import { activeIndexVersion } from '../../../ingestion/indexVersions'
import type { Chunk } from '../../../payload-types'
import type { Deps } from '../../deps'
import { windowOf } from '../../governance/window'
import type { IndexVersion, StoredPoint } from '../../retrieval/types'
import { nameOf, type Break, type Verifying } from './break'
import { pagesOf, rowsById } from '../../database/pages'
import { releasesOnTheirWay } from '../../../ingestion/pendingJobs'
import { inPages } from '../../../ingestion/storedPages'
import type { ReleaseRow } from './releaseHistory'
import { wrongVectors } from './vectors'
import type { Expected } from './expected'

/**
 * Every point of the active index against the chunk and release that it should say: id, hash, window, audience, locale,
 * release, words (as far as the store can tell: VectorStore.checkWords), vector (see `wrongVectors`); and chunks without a
 * point. What a waiting job is about to change is not compared. @returns how many points there are.
 */
export const verifyIndex = async (verifying: Verifying, deps: Deps): Promise<number> => {
  const { payload, report, onProgress } = verifying
  const version = await activeIndexVersion(payload)
  if (!version) return 0
  const moving = await releasesOnTheirWay(payload)
  const total = await deps.store.count(version)
  const seen = new Set<string>()
  const misworded = await deps.store.checkWords(version)
  for await (const points of inPages(deps.store.ids(version, { vectors: true }))) {
    for (const { id } of points) seen.add(id)
    const { expected, strays } = await expectedOf(verifying, points)
    strays.forEach(report)
    for (const each of expected) {
      const why = wrongPoint(each, moving)
      if (why) report(breakOf(each, why))
    }
    for (const found of await wrongContents({ version, misworded, model: deps.model }, expected))
      report(found)
    onProgress('index', seen.size, total)
  }
  await verifyPresence(verifying, { seen, moving })
  return seen.size
}

const expectedOf = async (
  { payload }: Verifying,
  points: readonly StoredPoint[],
): Promise<{ expected: Expected[]; strays: Break[] }> => {
  const chunks = await rowsById<Chunk>(payload, { collection: 'chunks', ids: points.map(({ id }) => id) })
  const releases = await rowsById<ReleaseRow>(payload, {
    collection: 'releases',
    ids: [...chunks.values()].flatMap(({ release }) => idOf(release) ?? []),
    select: { text: false },
  })
  const expected: Expected[] = []
  const strays: Break[] = []
  for (const point of points) {
    const chunk = chunks.get(point.id)
    const release = chunk && releases.get(idOf(chunk.release) ?? '')
    if (chunk && release)
      expected.push({
        point,
        chunk,
        release,
        words: embeddingText(release.title, chunk.headingPath as string[], chunk.text),
      })
    else
      strays.push({
        kind: 'index_point',
        id: point.id,
        message: `Index point ${point.id} has no released chunk behind it.`,
      })
  }
  return { expected, strays }
}

const breakOf = ({ point, release }: Expected, why: string): Break => ({
  kind: 'index_point',
  id: point.id,
  message: `Index point ${point.id} of ${nameOf(release)} ${why}`,
})

const wrongPoint = ({ point, chunk, release }: Expected, moving: ReadonlySet<string>): string | null => {
  const wrong = [
    point.contentHash !== chunk.contentHash && 'the hash',
    point.releaseId !== release.id && 'the release',
    point.documentId !== release.documentId && 'the document',
    point.audience !== release.audience && 'the audience',
    point.locale !== release.locale && 'the language',
    !moving.has(release.documentId) && !sameWindow(point, release) && 'the window',
  ].filter((what) => what !== false)
  return wrong.length ? `does not have ${wrong.join(', ')} that the database has.` : null
}

/** A release that is not in force yet has a window in the index that says when it may become so at the earliest. */
const sameWindow = (point: StoredPoint, release: ReleaseRow): boolean => {
  const window = windowOf(release)
  return !window || (point.validFrom === window.validFrom && point.validTo === window.validTo)
}

const wrongContents = async (
  {
    version,
    misworded,
    model,
  }: {
    version: IndexVersion
    misworded: Awaited<ReturnType<Deps['store']['checkWords']>>
    model: Deps['model']
  },
  expected: readonly Expected[],
): Promise<Break[]> => {
  const otherWords = new Set(
    await misworded(
      expected.map(({ point, release, words }) => ({ id: point.id, locale: release.locale, words })),
    ),
  )
  return [
    ...expected
      .filter(({ point }) => otherWords.has(point.id))
      .map((each) => breakOf(each, 'is found by other words than its chunk has.')),
    ...(await wrongVectors({ version, model, expected })).map(({ of, why }) => breakOf(of, why)),
  ]
}

/** Chunks of releases that are, were or will be in force, and that the index lacks. */
const verifyPresence = async (
  { payload, report }: Verifying,
  { seen, moving }: { seen: ReadonlySet<string>; moving: ReadonlySet<string> },
): Promise<void> => {
  const releases = new Map<string, string>()
  for await (const page of pagesOf<ReleaseRow>(payload, {
    collection: 'releases',
    where: { validFrom: { exists: true } },
    select: { title: true, version: true, documentId: true },
  }))
    for (const release of page) if (!moving.has(release.documentId)) releases.set(release.id, nameOf(release))
  for await (const page of pagesOf<Chunk>(payload, {
    collection: 'chunks',
    select: { release: true },
    size: 5_000,
  }))
    for (const { id, release } of page) {
      const name = releases.get(idOf(release) ?? '')
      if (name && !seen.has(id))
        report({ kind: 'index_point', id, message: `Chunk ${id} of ${name} is not in the index.` })
    }
}
