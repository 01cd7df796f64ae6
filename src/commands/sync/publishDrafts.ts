import { signAndPublish } from '../signAndPublish'
import { readKnownDocuments, type OwnDocument } from './knownDocuments'
import { formerItems, type Run } from './run'
import { sentenceOf } from '../../errors'
import type { WorkflowState } from '../../vocabulary'

/**
 * Signs and publishes, where an approver was named, the drafts of the source that say what it says: those of this sync, and
 * those that an earlier one left behind, wherever on their way it ended. Never one that a person has edited.
 */
export const publishDrafts = async (run: Run): Promise<void> => {
  const { deps, options, report } = run
  const { approver, cosigner, importer } = options
  if (!approver) return
  for (const { collection, id, key } of await draftsOf(run)) {
    if (isFlagged(run, key)) {
      report.failed.push({ file: key, error: CHANGED })
      continue
    }
    try {
      await signAndPublish(deps, {
        collection,
        id,
        author: importer,
        approver,
        ...(cosigner && { cosigner }),
      })
      report.published++
      const items = { done: run.listed.size, total: formerItems(run) }
      options.onProgress?.({ stage: 'publishing', done: report.published, items, what: key })
    } catch (error) {
      const why = `Imported as a draft, not published: ${sentenceOf(error) ?? (error as Error).message}`
      report.failed.push({ file: key, error: why })
    }
  }
}

const CHANGED =
  'Imported as a draft, not published: the text would say something else than its source. Compare the two in the admin and sign it there.'

const isFlagged = ({ report }: Run, key: string): boolean =>
  report.omissions.some(
    ({ file, omissions }) =>
      (file === key || key.startsWith(`${file}#`)) && omissions.some(({ kind }) => kind === 'changed_words'),
  )

const UNPUBLISHED: ReadonlySet<string> = new Set<WorkflowState>(['draft', 'in_review', 'approved'])

const draftsOf = async ({ deps, source, options }: Run): Promise<OwnDocument[]> =>
  (await readKnownDocuments(deps.payload, source.id)).filter(
    (document) =>
      UNPUBLISHED.has(document.workflowState) &&
      document.contentHash === document.sourceContentHash &&
      !document.vanishedAt &&
      !document.inTrash &&
      document.authors.every((author) => author === options.importer.id),
  )
