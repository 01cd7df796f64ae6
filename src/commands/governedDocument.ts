import type { Payload, PayloadRequest } from 'payload'
import { approvalOf, approvalsOf, latestOn, readApprovals } from '../records/approval'
import { idOf, signedContentOf } from '../records/content'
import { findWorkingRow, readWorkingRows, type WorkingRow } from '../records/workingRow'
import { readReleases, releasesOf } from '../../ingestion/releases'
import type { Release, Topic } from '../../payload-types'
import { groupBy } from '../groupBy'
import { readAhead, readOnce } from '../records/readOnce'
import { VouchError } from '../errors'
import { contentHashOf, type SignedContent } from '../governance/hash'
import type { Approval, Governed } from '../governance/types'
import type { GovernedCollection } from '../vocabulary'
import { heldBy } from '../governance/heldTier'
import { saysSomething } from '../governance/wordless'
import { governedOf, signingTopics } from './governedOf'
import { readGenuineTopics } from './genuineTopics'
import { whyUnproven } from './impact/whyUnproven'
import { readHands } from './hands'
import { signedVersions } from '../records/signedVersions'

/** The document does not exist, or is in the trash. */
export class NotFoundError extends VouchError {
  override name = 'NotFoundError'
}

interface Found {
  payload: Payload
  req?: PayloadRequest
  collection: GovernedCollection
  id: string
}

/** A governed document as it stands now, with the content that a signature would cover, its signatures and its releases. */
export interface ReadGoverned {
  row: WorkingRow
  content: SignedContent
  document: Governed
  approvals: Approval[]
  /** In the order in which they were published. */
  releases: Release[]
}

/** @throws {NotFoundError} when there is no such document, or it is in the trash. */
export const readGoverned = async (found: Found): Promise<ReadGoverned> => {
  const { payload, req, collection, id } = found
  const row = await findWorkingRow(payload, found)
  if (!row) throw new NotFoundError(`There is no document ${id} in ${collection}.`)
  const content = await signedContentOf(payload.config, collection, { ...row })
  const given = await approvalsOf(payload, { document: { collection, id }, req })
  const releases = await releasesOf(payload, { collection, id }, req)
  const held = heldBy(signedVersions(releases, given))
  const topicIds = signingTopics(row, releases, held)
  const topics = await readOnce(req, topicsNamed(topicIds), () => findTopics(payload, topicIds, req))
  const signatures = latestOn(given, row.version)
  const hands = await readHands(payload, { row, signatures, req })
  const document = governedOf({
    collection,
    row,
    title: content.title,
    // Recomputed, not read: a row altered behind our back no longer matches its approvals.
    contentHash: contentHashOf(content),
    releases,
    held,
    topics,
    authorsSetUpBy: hands.authors,
    oneAdmin: hands.oneAdmin,
    broughtInBy: hands.broughtInBy,
    saysSomething: saysSomething(content.text),
    openComments: await countOpenComments(found),
  })
  return {
    row,
    content,
    approvals: signatures.map((signature) => approvalOf(signature, hands.signer(signature))),
    releases,
    document: { ...document, unproven: await whyUnproven({ payload, req, document, row }) },
  }
}

/** The topics of texts that have one and were never in another. */
const readTopics = async (
  req: PayloadRequest,
  documents: readonly Pick<Found, 'collection' | 'id'>[],
): Promise<void> => {
  const rows: (WorkingRow | null)[] = []
  for (const document of documents) rows.push(await findWorkingRow(req.payload, { ...document, req }))
  const ids = [...new Set(rows.flatMap((row) => idOf(row?.topic) ?? []))]
  await readAhead<Topic[]>(req, {
    names: ids.map((id) => topicsNamed([id])),
    none: [],
    read: async () =>
      new Map((await findTopics(req.payload, ids, req)).map((topic) => [topicsNamed([topic.id]), [topic]])),
  })
  await readGenuineTopics(req, ids)
}

/** The signatures on a version that was read before, as they stand in this transaction now. */
export const readSignatures = async (
  { payload, req, collection, id }: Found,
  { row }: Pick<ReadGoverned, 'row'>,
): Promise<Approval[]> => {
  const given = await approvalsOf(payload, { document: { collection, id }, req })
  const signatures = latestOn(given, row.version)
  const hands = await readHands(payload, { row, signatures, req })
  return signatures.map((signature) => approvalOf(signature, hands.signer(signature)))
}

const topicsNamed = (ids: readonly string[]): string => `topics ${ids.join(' ')}`

const commentsOn = ({ collection, id }: Pick<Found, 'collection' | 'id'>): string =>
  `open comments ${collection}/${id}`

const countOpenComments = ({ payload, req, collection, id }: Found): Promise<number> =>
  readOnce(req, commentsOn({ collection, id }), async () => {
    const { totalDocs } = await payload.count({
      collection: 'comments',
      where: {
        and: [
          { documentCollection: { equals: collection } },
          { documentId: { equals: id } },
          { resolvedAt: { exists: false } },
        ],
      },
      ...(req && { req }),
    })
    return totalDocs
  })

/** Reads what `readGoverned` will, with few queries for many documents, in a transaction that remembers. */
export const readGovernedAhead = async (
  req: PayloadRequest,
  documents: readonly Pick<Found, 'collection' | 'id'>[],
): Promise<void> => {
  await readWorkingRows(req, documents)
  await readTopics(req, documents)
  await readApprovals(req, documents)
  await readReleases(req, documents)
  await readAhead(req, {
    names: documents.map(commentsOn),
    none: 0,
    read: async () => {
      const { docs } = await req.payload.find({
        collection: 'comments',
        where: {
          and: [{ documentId: { in: documents.map(({ id }) => id) } }, { resolvedAt: { exists: false } }],
        },
        depth: 0,
        pagination: false,
        select: { documentCollection: true, documentId: true },
        req,
      })
      const nameOf = (row: (typeof docs)[number]) =>
        commentsOn({ collection: row.documentCollection, id: row.documentId })
      return new Map([...groupBy(docs, nameOf)].map(([name, comments]) => [name, comments.length]))
    },
  })
}

/** Topics by their ids, each once. */
export const findTopics = async (
  payload: Payload,
  ids: readonly string[],
  req?: PayloadRequest,
): Promise<Topic[]> => {
  if (!ids.length) return []
  const { docs } = await payload.find({
    collection: 'topics',
    where: { id: { in: [...new Set(ids)] } },
    depth: 0,
    pagination: false,
    ...(req && { req }),
  })
  return docs
}
