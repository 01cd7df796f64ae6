import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { v5 as uuidv5 } from 'uuid'
import { approvalOf, signaturesOn } from '../collections/governed/approval'
import { idOf } from '../collections/governed/content'
import { sha256, type SignedContent } from '../src/governance/hash'
import { standingApprovals } from '../src/governance/permissions'
import type { Governed } from '../src/governance/types'
import { VouchError } from '../src/errors'
import type { Release } from '../payload-types'
import { queueJob } from './queue'
import type { Chunker } from './types'

/** Names chunk ids within a release: the same release always has the same chunk ids. */
const CHUNK_NAMESPACE = '8f6c2f1a-54a4-4f0e-9a52-0d6f5c6f7d11'

/**
 * Turns one signed version into its immutable release and chunks, in the caller's transaction, with the job that will
 * index it and put it in force.
 * @returns the release's id.
 * @throws when the signatures do not cover exactly this content, whatever the caller decided before.
 */
export const createRelease = async ({
  req,
  document,
  content,
  publishedBy,
  chunker,
}: {
  req: PayloadRequest
  document: Governed
  content: SignedContent
  publishedBy: string
  chunker: Chunker
}): Promise<string> => {
  const approvals = await signaturesFor(req, document)
  const faq = document.collection === 'faqs'
  const chunks = chunker.chunk({ title: content.title, text: content.text, faq })
  if (!chunks.length) throw new VouchError(`“${content.title}” has no text to publish. Write its text first.`)
  const id = randomUUID()
  const release: Omit<Release, 'createdAt' | 'updatedAt'> = {
    id,
    documentCollection: document.collection,
    documentId: document.id,
    version: document.version,
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
    approvals,
    authors: [...document.authors],
    publishedBy,
    effectiveFrom: content.effectiveFrom,
    expiresAt: content.expiresAt,
    chunker: chunker.id,
  }
  await req.payload.db.create({ collection: 'releases', data: release, req })
  for (const chunk of chunks)
    await req.payload.db.create({
      collection: 'chunks',
      data: {
        id: uuidv5(`${id}:${chunk.position}`, CHUNK_NAMESPACE),
        release: id,
        documentId: document.id,
        ...chunk,
      },
      req,
    })
  await queueJob(req, 'indexRelease', { releaseId: id })
  return id
}

const signaturesFor = async (req: PayloadRequest, document: Governed): Promise<string[]> => {
  const { docs } = await req.payload.find({
    collection: 'approvals',
    where: signaturesOn(document),
    depth: 0,
    pagination: false,
    req,
  })
  const standing = standingApprovals(document, docs.map(approvalOf))
  const signers = new Set(standing.map((approval) => approval.approver))
  const ids = docs.filter((row) => signers.has(idOf(row.approver) ?? '')).map((row) => row.id)
  if (!ids.length)
    throw new VouchError(`“${document.title}” v${document.version} carries no valid signature.`)
  return ids
}
