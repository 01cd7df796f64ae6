import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { sameCare, signedCareOf } from '../../src/governance/care'
import { contentHashOf } from '../../src/governance/hash'
import { nextReview } from '../../src/governance/verification'
import { dateOfSigner, importedFrom, type ImportedFrom } from '../../src/records/byCommand'
import type { GovernedCollection, WorkflowState } from '../../src/vocabulary'
import { idOf, signedContentOf, type GovernedRow } from '../../src/records/content'
import { GOVERNED_FIELDS } from './fields'
import { readHeld } from './readHeld'

const NEW_DOCUMENT: GovernedRow = {
  workflowState: 'draft' satisfies WorkflowState,
  version: 0,
  contentHash: null,
  authors: [],
  liveRelease: null,
  liveVersion: null,
  source: null,
  sourceKey: null,
  sourceHash: null,
  sourceLocation: null,
  sourceFetchedAt: null,
  sourceContentHash: null,
  sourceVanishedAt: null,
  sourceConflictAt: null,
  inReviewSince: null,
  verifiedAt: null,
  verifiedBy: null,
  reviewAt: null,
}

/**
 * Whatever door a write comes through (form, REST, GraphQL, bulk edit, duplicate, restore, local API), the governed
 * fields are taken from the row as it stands, never from the request. A change of signed content makes a new version
 * in state draft with the writer among its authors, which voids every approval.
 */
export const recordEdit: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
  context,
}) => {
  const stored = operation === 'create' ? NEW_DOCUMENT : (originalDoc as GovernedRow)
  const governed: GovernedRow = Object.fromEntries(
    GOVERNED_FIELDS.map((name) => [name, stored[name] ?? null]),
  )
  Object.assign(governed, context[importedFrom as unknown as string] as ImportedFrom | undefined)
  const slug = collection.slug as GovernedCollection
  const contentHash = contentHashOf(await signedContentOf(req.payload.config, slug, { ...stored, ...data }))
  const writer = req.user?.id
  const owner = data['owner'] === undefined ? (stored['owner'] ?? writer ?? null) : data['owner']
  const careSigned = await isCareSigned({ req, collection: slug, data: { ...data, owner }, stored })
  const kept = { ...data, ...governed, owner, ...(!careSigned && { reviewAt: reviewAtOf(data, stored) }) }
  if (contentHash === governed['contentHash'] && !careSigned) {
    // From the trash it comes back as a draft: its review was broken off.
    const restored = stored['deletedAt'] && data['deletedAt'] === null
    return restored ? { ...kept, workflowState: 'draft' satisfies WorkflowState } : kept
  }
  if (context[dateOfSigner]) return { ...kept, contentHash, version: Number(governed['version']) + 1 }
  const authors = ((governed['authors'] as unknown[] | null) ?? []).map(idOf)
  return {
    ...kept,
    contentHash,
    version: ((governed['version'] as number | null) ?? 0) + 1,
    workflowState: 'draft' satisfies WorkflowState,
    inReviewSince: null,
    authors: writer && !authors.includes(writer) ? [...authors, writer] : authors,
  }
}

/**
 * Whether this edit changes who looks after the text or how often it is checked, where that is signed: above standard, be it
 * now, before or from a version that was signed before. It is then an edit like one of the words.
 */
const isCareSigned = async ({
  req,
  collection,
  data,
  stored,
}: {
  req: PayloadRequest
  collection: GovernedCollection
  data: GovernedRow
  stored: GovernedRow
}): Promise<boolean> => {
  if (!stored['id']) return false
  const care = (row: GovernedRow) =>
    signedCareOf('regulated', {
      owner: idOf(row['owner']),
      reviewEveryDays: row['reviewEveryDays'] as number | null | undefined,
    })
  if (sameCare(care(stored), care({ ...stored, ...data }))) return false
  const tiers = [stored['riskTier'], data['riskTier'] ?? stored['riskTier']]
  if (tiers.some((tier) => tier !== 'standard')) return true
  return (await readHeld(req, { collection, id: String(stored['id']) })).riskTier !== 'standard'
}

/**
 * A text that is to be checked more or less often falls due sooner or later, counted from when it was last confirmed. One
 * that is due already stays due: only confirming it ends that.
 */
const reviewAtOf = (data: GovernedRow, stored: GovernedRow): unknown => {
  const every = data['reviewEveryDays']
  const present = stored['reviewAt'] ?? null
  const unchanged = every === undefined || every === stored['reviewEveryDays']
  if (unchanged || !stored['verifiedAt']) return present
  const next = nextReview(String(stored['verifiedAt']), every as number | null)
  return present && Date.parse(String(present)) <= Date.now() && next > String(present) ? present : next
}
