import type { Payload } from 'payload'
import { idOf } from '../src/records/content'
import type { Answer, Chunk, Release } from '../payload-types'
import { pagesOf, rowsById } from '../src/database/pages'
import { inForce, windowOf } from '../src/governance/window'
import { retrieve } from '../src/retrieval/retrieve'
import type { EmbeddingModel, IndexVersion, VectorStore } from '../src/retrieval/types'
import { AUDIENCES } from '../src/vocabulary'

/** A question whose right chunk is known, by the hash of its content: equal chunks are as good. */
export interface ProbeQuestion {
  question: string
  hashes: string[]
}

/** The first so many results count. */
const TOP = 5

/** Of the questions, the share (0 to 1) whose chunk is among the first five that a version finds. */
export const recallOf = async (
  { store, model }: { store: VectorStore; model: EmbeddingModel | null },
  version: IndexVersion,
  questions: readonly ProbeQuestion[],
): Promise<number> => {
  let found = 0
  for (const { question, hashes } of questions) {
    const { candidates } = await retrieve({
      question,
      at: Date.now(),
      audiences: AUDIENCES,
      version,
      store,
      model,
      limit: TOP,
      embedWithinMs: 30_000,
    })
    if (candidates.some(({ contentHash }) => hashes.includes(contentHash))) found++
  }
  return questions.length ? found / questions.length : 1
}

/**
 * Questions to try an index with: chunks in force asked for by their own heading and first sentence, and what bots asked
 * last and were answered, as far as the text that was cited is still in force. The same every time on the same texts.
 */
export const probeQuestions = async (payload: Payload, sample: number): Promise<ProbeQuestion[]> => [
  ...(await questionsOfChunks(payload, sample)),
  ...(await questionsOfReceipts(payload, sample)),
]

const questionsOfChunks = async (payload: Payload, sample: number): Promise<ProbeQuestion[]> => {
  const questions: ProbeQuestion[] = []
  for await (const chunks of pagesOf<Chunk>(payload, { collection: 'chunks', size: 500 })) {
    const releases = await releasesInForce(payload, chunks)
    for (const chunk of chunks) {
      const release = releases.get(idOf(chunk.release) ?? '')
      if (!release) continue
      questions.push({ question: askFor(release, chunk), hashes: [chunk.contentHash] })
      if (questions.length >= sample) return questions
    }
  }
  return questions
}

/** Ids of chunks are hashes, so the first ones in their order are a fair sample. */
const releasesInForce = async (
  payload: Payload,
  chunks: readonly Pick<Chunk, 'release'>[],
): Promise<Map<string, ReleaseName>> => {
  const releases = await rowsById<ReleaseName>(payload, {
    collection: 'releases',
    ids: chunks.flatMap(({ release }) => idOf(release) ?? []),
    select: { title: true, validFrom: true, validTo: true },
  })
  for (const [id, release] of releases) {
    const window = windowOf(release)
    if (!window || !inForce(window, Date.now())) releases.delete(id)
  }
  return releases
}

type ReleaseName = Pick<Release, 'id' | 'title' | 'validFrom' | 'validTo'>

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' })

const askFor = ({ title }: ReleaseName, { headingPath, text }: Chunk): string => {
  const heading = (headingPath as string[]).at(-1) ?? title
  const [first] = SENTENCES.segment(text.replaceAll(/\s+/g, ' ').trim())
  return `${heading} ${first?.segment ?? ''}`.trim()
}

const questionsOfReceipts = async (payload: Payload, sample: number): Promise<ProbeQuestion[]> => {
  const { docs } = await payload.db.find<Answer>({
    collection: 'answers',
    where: { outcome: { equals: 'answered' } },
    sort: '-createdAt',
    limit: sample,
    pagination: false,
    req: {},
  })
  // What was asked in the middle of a conversation means little without it.
  const asked = docs
    .filter(({ messages }) => !(messages as unknown[] | null)?.length)
    .map(({ question, response }) => ({ question, cited: citedBy(response) }))
  const chunks = await rowsById<Chunk>(payload, {
    collection: 'chunks',
    ids: asked.flatMap(({ cited }) => cited),
    select: { release: true, contentHash: true },
  })
  const releases = await releasesInForce(payload, [...chunks.values()])
  return asked.flatMap(({ question, cited }) => {
    const hashes = cited.flatMap((id) => {
      const chunk = chunks.get(id)
      return chunk && releases.has(idOf(chunk.release) ?? '') ? [chunk.contentHash] : []
    })
    return hashes.length ? [{ question, hashes }] : []
  })
}

const citedBy = (response: Answer['response']): string[] =>
  ((response as { citations?: { chunkId: string }[] } | null)?.citations ?? []).map(({ chunkId }) => chunkId)
