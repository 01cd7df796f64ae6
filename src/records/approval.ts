import type { PayloadRequest, Payload } from 'payload'
import type { Approval as ApprovalRow } from '../../payload-types'
import { keptCare } from '../governance/care'
import type { Approval } from '../governance/types'
import type { GovernedCollection } from '../vocabulary'
import { groupBy } from '../groupBy'
import { addToRead, readAhead, readOnce } from './readOnce'
import { idOf } from './content'

interface OnDocument {
  document: { collection: GovernedCollection; id: string }
  req?: PayloadRequest | undefined
  depth?: number
}

/**
 * The signatures on one version of a document, the first first. When changes were asked for, those given before no
 * longer count: whoever signed must look again.
 */
export const signaturesOn = async (
  payload: Payload,
  { version, ...on }: OnDocument & { version: number },
): Promise<ApprovalRow[]> => latestOn(await approvalsOf(payload, on), version)

/** Those of a document’s approvals that are on this version and given since changes were last asked for. */
export const latestOn = (rows: readonly ApprovalRow[], version: number): ApprovalRow[] =>
  afterLastRequest(rows.filter((row) => row.version === version))

/** Everything that was decided on a document, on whichever version, the first first. */
export const approvalsOf = (
  payload: Payload,
  { document, req, depth = 0 }: OnDocument,
): Promise<ApprovalRow[]> =>
  readOnce(depth === 0 ? req : undefined, nameOf(document), async () => {
    const { docs } = await payload.find({
      collection: 'approvals',
      where: {
        and: [
          { documentCollection: { equals: document.collection } },
          { documentId: { equals: document.id } },
        ],
      },
      sort: 'createdAt',
      depth,
      pagination: false,
      ...(req && { req }),
    })
    return docs
  })

const nameOf = ({ collection, id }: OnDocument['document']): string => `approvals ${collection}/${id}`

/** Reads what `approvalsOf` will be asked for, with one query for many documents (records/readOnce). */
export const readApprovals = (
  req: PayloadRequest,
  documents: readonly OnDocument['document'][],
): Promise<void> =>
  readAhead<ApprovalRow[]>(req, {
    names: documents.map(nameOf),
    none: [],
    read: async () => {
      const { docs } = await req.payload.find({
        collection: 'approvals',
        where: { documentId: { in: documents.map(({ id }) => id) } },
        sort: 'createdAt',
        depth: 0,
        pagination: false,
        req,
      })
      return groupBy(docs, (row) => nameOf({ collection: row.documentCollection, id: row.documentId }))
    },
  })

/** After this transaction has added one, with everything that is stored of it. */
export const rememberApproval = (
  req: PayloadRequest,
  document: OnDocument['document'],
  row: Omit<ApprovalRow, 'updatedAt'>,
): Promise<void> => addToRead(req, nameOf(document), row)

/** Of the signatures on one version, the first first, those that were given since changes were last asked for. */
const afterLastRequest = (rows: readonly ApprovalRow[]): ApprovalRow[] =>
  rows.slice(rows.findLastIndex(({ decision }) => decision === 'changes_requested') + 1)

/** A stored signature as governance knows it. @param setUpBy who had set its accounts up shortly before. */
export const approvalOf = (row: ApprovalRow, setUpBy: readonly string[] = []): Approval => ({
  approver: idOf(row.approver) ?? '',
  authority: idOf(row.onBehalfOf) ?? idOf(row.approver) ?? '',
  groups: row.groups ?? [],
  roles: row.approverRoles ?? [],
  setUpBy,
  version: row.version,
  contentHash: row.contentHash,
  care: keptCare({ owner: idOf(row.owner), reviewEveryDays: row.reviewEveryDays }),
})
