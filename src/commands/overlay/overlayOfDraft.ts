import type { DocumentRef } from '../../../ingestion/releases'
import type { Deps } from '../../deps'
import { readGoverned } from '../governedDocument'
import { createDraftOverlay, type DraftOverlay } from './draftOverlay'

/** The overlay of a document's working version as it stands. @throws {NotFoundError} when there is no such document. */
export async function overlayOfDraft(deps: Deps, ref: DocumentRef): Promise<DraftOverlay> {
  const { content, document } = await readGoverned({ payload: deps.payload, ...ref })
  return createDraftOverlay(deps, { document: ref, content, version: document.version })
}
