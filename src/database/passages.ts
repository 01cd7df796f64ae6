import type { Payload, Where } from 'payload'
import { idOf } from '../records/content'
import { chunker, embeddingText } from '../../ingestion/chunk'
import type { Chunk, Release, Topic } from '../../payload-types'
import { sha256 } from '../governance/hash'
import { verificationOf } from '../governance/verification'
import { inForce, windowOf } from '../governance/window'
import { signedReleases, type Standing } from './signedReleases'
import type { FusedCandidate, Passage, RankedPassage } from '../retrieval/types'
import { withoutPutAside } from '../records/putAside'
import { isQuotable, NON_ANSWER, type Audience, type TextCollection } from '../vocabulary'

export interface Visibility {
  audiences: readonly Audience[]
  /** Epoch milliseconds. */
  at: number
  /** Also texts that were withdrawn since, of an instant at which they were in force: for people, never for a customer. */
  withdrawnToo?: boolean
  /** Also overdue texts of topics that refuse them, to tell why a question was not answered. */
  overdueToo?: boolean
  /** Also what is put aside, for the same. */
  asideToo?: boolean
}

/**
 * Reads candidates' texts from the database: the index proposes, the database disposes. Drops what is not in force at
 * the instant, not addressed to the audiences, not what the index hashed, not what was signed, or no span of it.
 * Keeps the order of the candidates.
 */
export const hydrate = async (
  payload: Payload,
  candidates: readonly FusedCandidate[],
  visibility: Visibility,
): Promise<RankedPassage[]> => {
  const chunks = await findByIds<Chunk>(
    payload,
    'chunks',
    candidates.map((candidate) => candidate.id),
  )
  const passages = await toPassages(payload, [...chunks.values()], visibility)
  return candidates.flatMap((candidate) => {
    const passage = passages.get(candidate.id)
    if (!passage || passage.contentHash !== candidate.contentHash) return []
    const { score, dense, words, lift } = candidate
    return [{ ...passage, score, dense, words, ...(lift !== undefined && { lift }) }]
  })
}

/** The passages of these chunks that may be shown, by chunk id. */
export const passagesById = async (
  payload: Payload,
  chunkIds: readonly string[],
  visibility: Visibility,
): Promise<Map<string, Passage>> =>
  toPassages(payload, [...(await findByIds<Chunk>(payload, 'chunks', chunkIds)).values()], visibility)

/** Chunks with their releases and topics, by chunk id; those that may not be shown are left out. */
export const toPassages = async (
  payload: Payload,
  chunks: readonly Chunk[],
  visibility: Visibility,
): Promise<Map<string, Passage>> => {
  const found = await findByIds<Release>(
    payload,
    'releases',
    chunks.map((chunk) => idOf(chunk.release) ?? ''),
  )
  const releases = visibility.asideToo ? found : await withoutPutAside(payload, { releases: found, chunks })
  const topics = await findByIds<Topic>(
    payload,
    'topics',
    [...releases.values()].map((release) => idOf(release.topic) ?? ''),
  )
  const standings = await signedReleases(payload, [...releases.values()])
  return new Map(
    chunks.flatMap((chunk): [string, Passage][] => {
      const release = releases.get(idOf(chunk.release) ?? '')
      const standing = release && standings.get(release.id)
      if (!standing || !isVisible(release, standing, visibility) || !isChunkOf(chunk, release)) return []
      const topic = topics.get(idOf(release.topic) ?? '') ?? null
      // As it stood then; of an instant to come nobody knows who will confirm what.
      const verification = verificationOf(release.reviewAt, Math.min(visibility.at, Date.now()))
      if (verification === 'overdue' && topic?.refuseOverdue && !visibility.overdueToo) return []
      return [[chunk.id, passageOf(chunk, release, topic, verification)]]
    }),
  )
}

/** A span of its text, under the headings that were hashed with it; another chunker's hash cannot be made again here. */
const isChunkOf = (chunk: Chunk, release: Release): boolean =>
  release.text.slice(chunk.start, chunk.end) === chunk.text &&
  (release.chunker !== chunker.id ||
    sha256(embeddingText(release.title, chunk.headingPath as string[], chunk.text)) === chunk.contentHash)

/** By its row and by the audit log: neither alone can put a text in force, or keep it there. */
const isVisible = (
  release: Release,
  standing: Standing,
  { audiences, at, withdrawnToo }: Visibility,
): boolean => {
  const window = windowOf(release)
  // Withdrawn is withdrawn, whatever this machine's clock says.
  if ((release.withdrawnAt || standing.withdrawn) && !withdrawnToo) return false
  return (
    isQuotable(release.documentCollection) &&
    audiences.includes(release.audience) &&
    window !== null &&
    inForce(window, at) &&
    inForce(standing.window, at)
  )
}

const passageOf = (
  chunk: Chunk,
  release: Release,
  topic: Topic | null,
  verification: Passage['verification'],
): Passage => ({
  verification,
  chunkId: chunk.id,
  releaseId: release.id,
  document: {
    id: release.documentId,
    collection: release.documentCollection as TextCollection,
    title: release.title,
  },
  version: release.version,
  headingPath: chunk.headingPath as string[],
  text: chunk.text,
  start: chunk.start,
  end: chunk.end,
  releaseText: release.text,
  contentHash: chunk.contentHash,
  ...(release.kind === NON_ANSWER && { kind: NON_ANSWER }),
  audience: release.audience,
  locale: release.locale,
  riskTier: release.riskTier,
  topic: topic && topicOfPassage(topic),
  validFrom: release.validFrom ?? '',
  validTo: release.validTo ?? null,
})

/** What of a topic decides how a passage of it is answered. */
export const topicOfPassage = ({ id, name, queue, escalate }: Topic): NonNullable<Passage['topic']> => ({
  id,
  name,
  queue: queue ?? null,
  escalate: Boolean(escalate),
})

const findByIds = async <Row extends { id: string }>(
  payload: Payload,
  collection: 'chunks' | 'releases' | 'topics',
  ids: readonly string[],
): Promise<Map<string, Row>> => {
  const wanted = [...new Set(ids.filter(Boolean))]
  if (!wanted.length) return new Map()
  const where: Where = { id: { in: wanted } }
  // The adapter directly: no hooks run on these collections, and this is on every answer's path.
  const { docs } = await payload.db.find<Row>({ collection, where, pagination: false, limit: 0, req: {} })
  return new Map(docs.map((row) => [row.id, row]))
}
