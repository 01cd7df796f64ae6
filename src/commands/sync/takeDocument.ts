import type { PayloadRequest } from 'payload'
import { fateOf, type Fate, type KnownDocument } from '../../../ingestion/syncDecision'
import { idOf } from '../../records/content'
import { isImporter } from '../importerUser'
import { markDocument, type MarkAct } from './markDocument'
import type { Pending, Run } from './run'
import { createDocument, updateDocument, type Origin } from './saveDocument'

/** Does with one document what its fate says, and counts it. @param known what is under its key. */
export const takeDocument = async (
  run: Run,
  pending: Pending,
  known: KnownDocument | undefined,
): Promise<void> => {
  const fate = await apply(run, pending, known)
  countFate(run, fate)
  if (known?.vanishedAt && fate !== 'in_trash') run.report.returned++
}

/** Counts what became of one document. */
export const countFate = ({ report }: Run, fate: Fate): void => {
  if (fate === 'create') report.created++
  else if (fate === 'update') report.changed++
  else if (fate !== 'conflict') report.unchanged++
}

/** Makes a document that nothing is known of, in the caller's transaction where it has one. */
export const createFrom = (run: Run, pending: Pending, req?: PayloadRequest): Promise<Fate> => {
  const { importer } = run.options
  const own = isImporter(importer) ? null : importer.id
  return createDocument({ ...saveOf(run, pending), owner: idOf(run.source.owner) ?? own, req })
}

/** What is to be saved of a document, and where it is from. */
export const saveOf = (run: Run, pending: Pending) => ({
  payload: run.deps.payload,
  importer: run.options.importer,
  row: pending.row,
  origin: originOf(run, pending),
})

const apply = async (run: Run, pending: Pending, known: KnownDocument | undefined): Promise<Fate> => {
  if (!known) return createFrom(run, pending)
  const fate = fateOf(pending.row.contentHash, known)
  if (fate === 'update')
    return updateDocument({ ...saveOf(run, pending), known }).then((now) =>
      settleMarks(run, pending, known, now),
    )
  return settleMarks(run, pending, known, fate)
}

/** Writes what of the marks is no longer so; nothing at all where all is as it was. */
const settleMarks = async (run: Run, pending: Pending, known: KnownDocument, fate: Fate): Promise<Fate> => {
  const { contentHash } = pending.row
  const now = new Date().toISOString()
  const back = known.vanishedAt
    ? { act: RETURNED, marks: { sourceVanishedAt: null, ...placeOf(run, pending) } }
    : null
  if (fate === 'conflict') {
    const marks = { ...back?.marks, sourceContentHash: contentHash, sourceConflictAt: now }
    await markDocument(markContext(run), known, marks, conflictAct(now))
  } else if (fate === 'unchanged') {
    const same = known.sourceContentHash === contentHash && !known.conflictAt
    const marks = { ...back?.marks, ...(!same && { sourceContentHash: contentHash, sourceConflictAt: null }) }
    if (back || !same) await markDocument(markContext(run), known, marks, back?.act)
  } else if (back && fate !== 'in_trash') await markDocument(markContext(run), known, back.marks, back.act)
  return fate
}

export const markContext = ({ deps, source, responsible }: Run) => ({
  payload: deps.payload,
  source,
  responsible,
})

/** Where a document is now, for one that keeps its text. */
export const placeOf = (run: Run, pending: Pending) => {
  const { sourceLocation, sourceFetchedAt, sourceKey } = originOf(run, pending)
  return { sourceLocation, sourceFetchedAt, sourceKey }
}

const originOf = ({ source }: Run, { listed, file }: Pending): Origin => ({
  source: source.id,
  sourceKey: listed.key,
  sourceHash: file.sha256 ?? '',
  sourceLocation: file.location,
  sourceFetchedAt: file.fetchedAt,
})

const RETURNED: MarkAct = { action: 'document.source_returned' }

const conflictAct = (at: string): MarkAct => ({
  action: 'document.source_conflict',
  tell: {
    kind: 'source_conflict',
    title: (title) => `“${title}” was edited here and changed where it came from`,
    body: 'Nothing was overwritten. Compare the two and take over what is missing; signing or confirming the text afterwards settles it.',
    at,
  },
})
