import type { Payload, Where } from 'payload'
import { idOf } from '../../records/content'
import type { Chunk, Release } from '../../../payload-types'
import { toPassages } from '../../database/passages'
import type { Verification } from '../../governance/verification'
import type { Audience, GovernedCollection } from '../../vocabulary'

/** A signed text in force, whole, as it may be told to someone. */
export interface ApprovedDocument {
  collection: GovernedCollection
  id: string
  title: string
  version: number
  releaseId: string
  locale: string
  text: string
  contentHash: string
  validFrom: string
  validTo: string | null
  verification: Verification
}

interface Asked {
  audiences: readonly Audience[]
  /** Epoch ms. */
  at: number
}

/** One page of the texts in force that may be told to these audiences. A page may be short: what is not as signed is left out. */
export async function listApproved(
  payload: Payload,
  { where, limit, ...asked }: Asked & { where: Where; limit: number },
): Promise<{ documents: ApprovedDocument[]; rows: Release[] }> {
  const { docs: rows } = await payload.find({
    collection: 'releases',
    where: { and: [inForceFor(asked), where] },
    sort: ['-createdAt', '-id'],
    depth: 0,
    limit,
    pagination: false,
  })
  return { documents: await shown(payload, rows, asked), rows }
}

/** A text in force by its document; null where there is none that may be told, whatever the reason. */
export async function readApproved(
  payload: Payload,
  { collection, id, ...asked }: Asked & { collection: GovernedCollection; id: string },
): Promise<ApprovedDocument | null> {
  const where: Where = {
    and: [{ documentCollection: { equals: collection } }, { documentId: { equals: id } }],
  }
  const { documents } = await listApproved(payload, { ...asked, where, limit: 10 })
  return documents[0] ?? null
}

const inForceFor = ({ audiences, at }: Asked): Where => {
  const now = new Date(at).toISOString()
  return {
    and: [
      { validFrom: { less_than_equal: now } },
      { or: [{ validTo: { exists: false } }, { validTo: { greater_than: now } }] },
      { audience: { in: [...audiences] } },
    ],
  }
}

/** By the same eyes as every answer: signed, in force by the log too, not withdrawn, not put aside. */
async function shown(payload: Payload, rows: Release[], asked: Asked): Promise<ApprovedDocument[]> {
  if (!rows.length) return []
  const { docs: chunks } = await payload.db.find<Chunk>({
    collection: 'chunks',
    where: { release: { in: rows.map(({ id }) => id) } },
    limit: 0,
    pagination: false,
    req: {},
  })
  const passages = await toPassages(payload, chunks, asked)
  const seen = new Map([...passages.values()].map((passage) => [passage.releaseId, passage]))
  return rows.flatMap((row) => {
    const passage = seen.get(row.id)
    if (!passage || !allShown(row, chunks, passages)) return []
    return {
      collection: row.documentCollection,
      id: row.documentId,
      title: row.title,
      version: row.version,
      releaseId: row.id,
      locale: row.locale,
      text: row.text,
      contentHash: row.contentHash,
      validFrom: passage.validFrom,
      validTo: passage.validTo,
      verification: passage.verification,
    }
  })
}

/** A text of which a part may not be told is not told whole. */
const allShown = (
  { id }: Release,
  chunks: readonly Chunk[],
  passages: ReadonlyMap<string, unknown>,
): boolean => chunks.every((chunk) => idOf(chunk.release) !== id || passages.has(chunk.id))
