import type { Payload } from 'payload'
import { chunksOf } from '../../../ingestion/indexing'
import { findRelease } from '../../../ingestion/releases'
import type { Answer } from '../../../payload-types'
import { pagesOf } from '../../database/pages'
import type { Deps } from '../../deps'
import { idOf } from '../../records/content'
import { NotFoundError } from '../governedDocument'
import { readListed } from './listRecall'
import { recallIdOf } from './startRecall'

export interface RecallProof {
  releaseId: string
  title: string
  /** Receipts that the recall lists. */
  listed: number
  /** Receipts that cite a chunk of the release. */
  cited: number
  /** Ids of receipts that cite it and are not listed, and the reverse: none of either where the two agree. */
  missing: string[]
  unfounded: string[]
}

/**
 * Makes the set of answers that cited a release again by another way, and compares it with what its recall lists: every
 * receipt is read, whatever it says that it cites, and each chunk that its response names is looked for among the release's.
 * @throws {NotFoundError} when there is no such release.
 */
export async function proveRecall(
  { payload }: Pick<Deps, 'payload'>,
  releaseId: string,
): Promise<RecallProof> {
  const release = await findRelease(payload, releaseId)
  if (!release) throw new NotFoundError(`There is no release ${releaseId}.`)
  const cited = await receiptsNaming(payload, releaseId)
  const rows = await readListed(payload, recallIdOf(releaseId))
  const listed = new Set(rows.flatMap(({ receipt }) => idOf(receipt) ?? []))
  return {
    releaseId,
    title: `${release.title} v${release.version}`,
    listed: listed.size,
    cited: cited.size,
    missing: [...cited].filter((id) => !listed.has(id)).toSorted(),
    unfounded: [...listed].filter((id) => !cited.has(id)).toSorted(),
  }
}

async function receiptsNaming(payload: Payload, releaseId: string): Promise<Set<string>> {
  const chunks = new Set((await chunksOf(payload, releaseId)).map(({ id }) => id))
  const found = new Set<string>()
  const pages = pagesOf<Answer>(payload, {
    collection: 'answers',
    by: 'createdAt',
    select: { response: true, createdAt: true },
  })
  for await (const rows of pages)
    for (const { id, response } of rows) if (namesOneOf(response, chunks)) found.add(id)
  return found
}

/** Looks through whatever shape a response has. */
function namesOneOf(value: unknown, chunks: ReadonlySet<string>): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { chunkId } = value as { chunkId?: unknown }
  if (typeof chunkId === 'string' && chunks.has(chunkId)) return true
  return Object.values(value).some((each) => namesOneOf(each, chunks))
}
