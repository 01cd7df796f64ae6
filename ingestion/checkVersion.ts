import type { Chunk, Release } from '../payload-types'
import { dot } from '../src/retrieval/dot'
import { idOf } from '../src/records/content'
import { rowsById } from '../src/database/pages'
import type { IndexVersion, StoredPoint } from '../src/retrieval/types'
import { embeddingText } from './chunk'
import { compareIndex, sizeOf } from './compare'
import type { IndexDeps } from './indexing'
import { indexVersionRows, modelMismatch, toIndexVersion } from './indexVersions'
import { probeQuestions, recallOf } from './recall'
import { counted } from '../src/vocabulary'

/** What the verification of an index version found, before it may answer. */
export interface VersionCheck {
  /** Chunks that it must hold, and in how many it differs from the database. */
  chunks: number
  missing: number
  stray: number
  stale: number
  /** Vectors of a sample that were embedded again, and how many are not what is stored. */
  vectors: { sampled: number; wrong: number }
  /** Recall at 5 of the same questions on it and on the version that answers now; null without one. */
  recall: { questions: number; built: number; active: number | null; margin: number }
  /** One sentence for each thing that speaks against activating it. */
  problems: string[]
}

export interface CheckOptions {
  /** How much lower its recall may be than the active version's. */
  margin?: number
  /** Questions of each kind that are tried. */
  sample?: number
}

const VECTORS_SAMPLED = 24
/** Stores keep 32-bit numbers and make vectors unit length; a remote model is not bit-equal from day to day. */
const SAME_VECTOR = 0.995

/** Verifies a version: its points against the database both ways, vectors embedded again, and what it finds. */
export const checkVersion = async (
  deps: IndexDeps,
  version: IndexVersion,
  { margin = 0.02, sample = 100 }: CheckOptions = {},
): Promise<VersionCheck> => {
  const difference = await compareIndex(deps, version)
  const counts = { chunks: difference.chunks, ...sizeOf(difference) }
  const vectors = await checkVectors(deps, version, difference.chunks)
  const [active] = await indexVersionRows(deps.payload, {
    and: [{ state: { equals: 'active' } }, { store: { equals: deps.store.name } }],
  })
  const questions = await probeQuestions(deps.payload, sample)
  const recall = {
    questions: questions.length,
    built: await recallOf(deps, version, questions),
    active:
      active && active.id !== version.id ? await recallOf(deps, toIndexVersion(active), questions) : null,
    margin,
  }
  const found = { ...counts, vectors, recall }
  return { ...found, problems: [...problemsOf(found), ...modelProblem(deps, version)] }
}

const modelProblem = ({ model }: IndexDeps, version: IndexVersion): string[] =>
  [modelMismatch(version, model)].filter((problem) => problem !== null)

const problemsOf = ({ missing, stray, stale, vectors, recall }: Omit<VersionCheck, 'problems'>): string[] => [
  ...(missing + stray + stale
    ? [
        `It differs from the database: ${counted(missing, 'chunk')} missing, ${stray} stray, ${counted(stale, 'release')} with another window.`,
      ]
    : []),
  ...(vectors.wrong
    ? [
        `${vectors.wrong} of ${counted(vectors.sampled, 'vector')} ${vectors.wrong === 1 ? 'is' : 'are'} not what the model makes of the words.`,
      ]
    : []),
  ...(recall.active !== null && recall.built < recall.active - recall.margin
    ? [
        `It finds less: recall at 5 fell from ${percent(recall.active)} to ${percent(recall.built)} on ${counted(recall.questions, 'question')}, more than the margin of ${percent(recall.margin)}.`,
      ]
    : []),
]

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

const checkVectors = async (
  deps: IndexDeps,
  version: IndexVersion,
  chunks: number,
): Promise<VersionCheck['vectors']> => {
  if (!version.model || version.model.id !== deps.model?.id) return { sampled: 0, wrong: 0 }
  const points = await samplePoints(deps, version, Math.max(1, Math.ceil(chunks / VECTORS_SAMPLED)))
  const words = await wordsOf(deps, points)
  const known = points.filter(({ id }) => words.has(id))
  const made = await deps.model.embed(
    known.map(({ id }) => words.get(id) ?? ''),
    'passage',
  )
  const wrong = known.filter(({ vector }, i) => !vector || dot(vector, made[i]) < SAME_VECTOR).length
  return { sampled: known.length, wrong }
}

/** Every so-manieth point, with its vector. */
const samplePoints = async (
  { store }: IndexDeps,
  version: IndexVersion,
  every: number,
): Promise<StoredPoint[]> => {
  const points: StoredPoint[] = []
  let seen = 0
  for await (const point of store.ids(version, { vectors: true }))
    if (seen++ % every === 0) points.push(point)
  return points
}

const wordsOf = async (
  { payload }: IndexDeps,
  points: readonly StoredPoint[],
): Promise<Map<string, string>> => {
  const chunks = await rowsById<Chunk>(payload, { collection: 'chunks', ids: points.map(({ id }) => id) })
  const releases = await rowsById<Pick<Release, 'id' | 'title'>>(payload, {
    collection: 'releases',
    ids: [...chunks.values()].flatMap(({ release }) => idOf(release) ?? []),
    select: { title: true },
  })
  return new Map(
    [...chunks.values()].flatMap((chunk): [string, string][] => {
      const release = releases.get(idOf(chunk.release) ?? '')
      return release
        ? [[chunk.id, embeddingText(release.title, chunk.headingPath as string[], chunk.text)]]
        : []
    }),
  )
}
