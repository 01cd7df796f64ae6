import { signAndPublishAll } from '../signAndPublish'
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
  const drafts = await draftsOf(run)
  const flagged = drafts.filter(({ key }) => isFlagged(run, key))
  report.failed.push(...flagged.map(({ key }) => ({ file: key, error: CHANGED })))
  const people = { author: importer, approver, ...(cosigner && { cosigner }) }
  const published = signAndPublishAll(
    deps,
    drafts.filter((draft) => !flagged.includes(draft)),
    people,
  )
  for await (const { item, outcome } of published) {
    if ('error' in outcome) {
      const why = sentenceOf(outcome.error) ?? (outcome.error as Error).message
      report.failed.push({ file: item.key, error: `Imported as a draft, not published: ${why}` })
      continue
    }
    report.published++
    const items = { done: run.listed.size, total: formerItems(run) }
    options.onProgress?.({ stage: 'publishing', done: report.published, items, what: item.key })
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
