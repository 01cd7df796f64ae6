import type { CollectionBeforeChangeHook } from 'payload'
import { contentHashOf } from '../../src/governance/hash'
import type { GovernedCollection, WorkflowState } from '../../src/vocabulary'
import { idOf, signedContentOf, type GovernedRow } from './content'
import { GOVERNED_FIELDS } from './fields'

/** Set by our own importer alone: where a document came from. No request can carry it. */
export const importedFrom = Symbol('importedFrom')
export interface ImportedFrom {
  source: string
  sourceKey: string
  sourceHash: string
}

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
  if (contentHash === governed['contentHash']) return { ...data, ...governed }
  const authors = ((governed['authors'] as unknown[] | null) ?? []).map(idOf)
  const writer = req.user?.id
  return {
    ...data,
    ...governed,
    contentHash,
    version: ((governed['version'] as number | null) ?? 0) + 1,
    workflowState: 'draft' satisfies WorkflowState,
    authors: writer && !authors.includes(writer) ? [...authors, writer] : authors,
  }
}
