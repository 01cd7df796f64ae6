import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { v5 as uuidv5 } from 'uuid'
import { approvalOf, signaturesOn } from '../src/records/approval'
import { idOf } from '../src/records/content'
import { sha256, type SignedContent } from '../src/governance/hash'
import { chunksHashOf, releaseHashOf } from '../src/governance/recordHash'
import { missingSignatures, standingApprovals } from '../src/governance/signatures'
import type { Governed } from '../src/governance/types'
import { VouchError } from '../src/errors'
import { writeRows } from '../src/records/writeLater'
import { inTurns } from '../src/markdown/turns'
import { isQuotable } from '../src/vocabulary'
import type { Release } from '../payload-types'
import { queueJob } from './queue'
import { forgetReleases } from './releases'
import type { Chunker } from './types'

/** Names chunk ids within a release: the same release always has the same chunk ids. */
const CHUNK_NAMESPACE = '8f6c2f1a-54a4-4f0e-9a52-0d6f5c6f7d11'

/** The id of a release's chunk at a place, counted from 0. */
export const chunkIdOf = (releaseId: string, position: number): string =>
  uuidv5(`${releaseId}:${position}`, CHUNK_NAMESPACE)

/**
 * Turns one signed version into its immutable release and chunks, in the caller's transaction, with the job that will
 * index it and put it in force.
 * @returns the release's id, and what the audit chain keeps of it.
 * @throws when the signatures do not cover exactly this content, whatever the caller decided before.
 */
export const createRelease = async ({
  req,
  document,
  content,
  publishedBy,
  chunker,
  releases,
  acceptance,
  indexLater = (releaseId) => queueJob(req, 'indexRelease', { releaseId }),
}: {
  req: PayloadRequest
  document: Governed
  content: SignedContent
  publishedBy: string
  chunker: Chunker
  /** Those that the document has already. */
  releases: readonly Release[]
  /** The acceptance questions as they stand; null where it has none. */
  acceptance?: readonly object[] | null
  /** Has it indexed; a job of its own unless given. */
  indexLater?: ((releaseId: string) => void | Promise<void>) | undefined
}): Promise<{ releaseId: string; releaseHash: string; chunks: number; chunksHash: string }> => {
  const approvals = await signaturesFor(req, document)
  const faq = document.collection === 'faqs'
  const quotable = isQuotable(document.collection)
  const chunks = quotable
    ? await inTurns(chunker.steps({ title: content.title, text: content.text, faq }))
    : []
  if (quotable && !chunks.length)
    throw new VouchError(`“${content.title}” has no text to publish. Write its text first.`)
  const id = randomUUID()
  const release: Omit<Release, 'createdAt' | 'updatedAt'> = {
    id,
    documentCollection: document.collection,
    documentId: document.id,
    version: document.version,
    sequence: releases.length + 1,
    title: content.title,
    text: content.text,
    textHash: sha256(content.text),
    contentHash: document.contentHash,
    faq,
    kind: content.kind,
    audience: content.audience as Release['audience'],
    riskTier: content.riskTier as Release['riskTier'],
    topic: content.topic,
    locale: content.locale,
    owner: document.care?.owner ?? null,
    reviewEveryDays: document.care?.reviewEveryDays ?? null,
    approvals,
    authors: [...document.authors],
    publishedBy,
    effectiveFrom: content.effectiveFrom,
    expiresAt: content.expiresAt,
    chunker: chunker.id,
    ...(acceptance && { acceptance: [...acceptance] as Release['acceptance'] }),
  }
  await req.payload.db.create({ collection: 'releases', data: release, req, returning: false })
  forgetReleases(req, document)
  const rows = chunks.map((chunk) =>
    Object.assign(chunk, {
      id: chunkIdOf(id, chunk.position),
      release: id,
      documentId: document.id,
    }),
  )
  await writeRows(req, { collection: 'chunks', rows })
  await indexLater(id)
  return {
    releaseId: id,
    releaseHash: releaseHashOf({
      ...release,
      approvals,
      authors: document.authors,
      publishedBy,
      care: document.care ?? null,
    }),
    chunks: rows.length,
    chunksHash: chunksHashOf(rows),
  }
}

const signaturesFor = async (req: PayloadRequest, document: Governed): Promise<string[]> => {
  const rows = await signaturesOn(req.payload, { document, version: document.version, req })
  const approvals = rows.map((row) => approvalOf(row))
  const missing = missingSignatures(document, approvals)
  if (missing) throw new VouchError(`“${document.title}” v${document.version} cannot be released. ${missing}`)
  const signers = new Set(standingApprovals(document, approvals).map((approval) => approval.approver))
  return rows.filter((row) => signers.has(idOf(row.approver) ?? '')).map((row) => row.id)
}
