import { idOf } from '../../records/content'
import { embeddingText } from '../../../ingestion/chunk'
import { chunkIdOf } from '../../../ingestion/release'
import type { Chunk, Release } from '../../../payload-types'
import { signedHash } from '../../database/releaseHashes'
import { sha256 } from '../../governance/hash'
import { chunksHashOf } from '../../governance/recordHash'
import { nameOf, type Break, type Verifying } from './break'
import type { PublishClaim, AuditClaims } from './claims'
import { groupBy } from '../../groupBy'
import { pagesOf } from '../../database/pages'

/** Texts may be long, so few of them are in memory at once. */
const PAGE = 50

/**
 * Every release's words against the hashes that were signed, every chunk against its span of them and its own hash, and
 * each release's chunks against the number and hash that the audit log keeps. @returns how many chunks there are.
 */
export const verifyTexts = async (
  { payload, report, onProgress }: Verifying,
  { claims, chunker }: { claims: AuditClaims; chunker: string },
): Promise<number> => {
  const total = (await payload.db.count({ collection: 'chunks', req: {} })).totalDocs
  const releases = new Set<string>()
  let count = 0
  for await (const page of pagesOf<Release>(payload, { collection: 'releases', size: PAGE })) {
    const chunks = await chunksOf({ payload }, page)
    for (const release of page) {
      releases.add(release.id)
      const own = chunks.get(release.id) ?? []
      for (const found of [
        ...wrongText(release),
        ...wrongChunks(release, own, { chunker, claim: claims.published.get(release.id) }),
      ])
        report(found)
      count += own.length
    }
    onProgress('chunks', count, total)
  }
  return count + (await verifyOwners({ payload, report, onProgress }, releases))
}

const chunksOf = async (
  { payload }: Pick<Verifying, 'payload'>,
  releases: readonly Release[],
): Promise<Map<string, Chunk[]>> => {
  const { docs } = await payload.db.find<Chunk>({
    collection: 'chunks',
    where: { release: { in: releases.map(({ id }) => id) } },
    limit: 0,
    pagination: false,
    req: {},
  })
  return groupBy(docs, ({ release }) => idOf(release) ?? '')
}

/** Chunks of releases that do not exist. @returns how many. */
const verifyOwners = async (
  { payload, report }: Verifying,
  releases: ReadonlySet<string>,
): Promise<number> => {
  let strays = 0
  for await (const page of pagesOf<Chunk>(payload, {
    collection: 'chunks',
    select: { release: true },
    size: 5_000,
  }))
    for (const { id, release } of page) {
      if (releases.has(idOf(release) ?? '')) continue
      strays++
      report({ kind: 'chunk', id, message: `Chunk ${id} belongs to no release.` })
    }
  return strays
}

const wrongText = (release: Release): Break[] => [
  ...(sha256(release.text) === release.textHash
    ? []
    : [breakOf(release, `The text of ${nameOf(release)} is not the text that was released.`)]),
  ...(signedHash(release) === release.contentHash
    ? []
    : [
        breakOf(
          release,
          `The words, audience, tier, topic, language or dates of ${nameOf(release)} are not those that were signed.`,
        ),
      ]),
]

const breakOf = ({ id }: Release, message: string): Break => ({ kind: 'release', id, message })

const wrongChunks = (
  release: Release,
  chunks: readonly Chunk[],
  { chunker, claim }: { chunker: string; claim: PublishClaim | undefined },
): Break[] => {
  const altered = chunks.flatMap((chunk) => {
    const message = wrongWith(chunk, release, chunker)
    return message ? [{ kind: 'chunk' as const, id: chunk.id, message }] : []
  })
  if (!claim || chunksHashOf(chunks) === claim.chunksHash) return altered
  const published = new Map(
    Array.from({ length: claim.chunks }, (_, position) => [chunkIdOf(release.id, position), position]),
  )
  const present = new Set(chunks.map(({ id }) => id))
  const gone = [...published].filter(([id]) => !present.has(id))
  const added = chunks.filter(({ id }) => !published.has(id))
  const named: Break[] = [
    ...altered,
    ...gone.map(([id, position]) => ({
      kind: 'chunk' as const,
      id,
      message: `Chunk ${id}, No. ${position + 1} of the ${claim.chunks} of ${nameOf(release)}, is gone.`,
    })),
    ...added.map(({ id }) => ({
      kind: 'chunk' as const,
      id,
      message: `Chunk ${id} was added to ${nameOf(release)} after it was published with ${claim.chunks} chunks.`,
    })),
  ]
  return named.length
    ? named
    : [
        breakOf(
          release,
          `The chunks of ${nameOf(release)} are not those that audit row No. ${claim.seq} published.`,
        ),
      ]
}

/** A chunker's hash is recomputed only by the same chunker; the audit log's hash over all chunks covers every one. */
const wrongWith = (chunk: Chunk, release: Release, chunker: string): string | null => {
  const name = `Chunk ${chunk.id} of ${nameOf(release)}`
  if (release.text.slice(chunk.start, chunk.end) !== chunk.text)
    return `${name} is not the span of its text that it says it is.`
  const hash = sha256(embeddingText(release.title, chunk.headingPath as string[], chunk.text))
  if (release.chunker === chunker && hash !== chunk.contentHash)
    return `${name} does not have the hash of its heading path and words: one of them was altered.`
  return chunk.documentId === release.documentId && chunk.id === chunkIdOf(release.id, chunk.position)
    ? null
    : `${name} does not say which document it is of, or at which place in it, as it did.`
}
