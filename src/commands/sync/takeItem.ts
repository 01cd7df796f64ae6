import type { LoadedFile } from '../../../ingestion/load'
import { nameOf } from '../../../ingestion/syncDecision'
import { type Omission, Omissions } from '../../../ingestion/omissions'
import type { LoadFailure, SourceDocument } from '../../../ingestion/types'
import { inBatches } from '../../database/inBatches'
import { takeTurns } from '../../database/turnTaking'
import { describeDifference, type Difference } from '../../markdown/compare'
import { countFile, countSkipped } from '../importReport'
import { documentRow } from './documentRow'
import { writeItem, type ItemRow } from './items'
import type { Pending, ReadFile, Run } from './run'
import { formerItems } from './run'
import { readTakenIds } from './saveDocument'
import { countFate, createFrom, saveOf, takeDocument } from './takeDocument'
import { sentenceOf } from '../../errors'

/** Does with one item of the source what is to be done. What goes wrong in it is reported and stops nothing. */
export const takeItem = async (run: Run, file: LoadedFile): Promise<void> => {
  const { report, listed } = run
  if (file.outcome === 'unlisted') {
    report.unlisted.push(file.failure)
    return
  }
  if (file.outcome === 'left_out') {
    report.omissions.push({ file: file.key, omissions: file.omissions })
    return
  }
  listed.add(file.key)
  if (file.outcome === 'skipped') countSkipped(report, file.extension)
  else if (file.outcome === 'unchanged') keepItem(run, file)
  else await readItem(run, file)
}

/** An unchanged item counts, and what was wrong with it is still wrong. */
const keepItem = (
  { report, items, ofItem, seen }: Run,
  { key, extension }: { key: string; extension: string },
): void => {
  const known = items.get(key)
  const documents = known?.documents ?? 0
  // What it no longer held the last time it holds no more.
  for (const document of ofItem.get(key) ?? []) if (!document.vanishedAt) seen.add(nameOf(document))
  countFile(report, extension, documents)
  report.documents += documents
  report.unchanged += documents
  report.failed.push(...(known?.failures ?? []))
  tellOmissions(report, key, known?.omissions)
}

const readItem = async (run: Run, file: ReadFile): Promise<void> => {
  const { report, seen, ofItem } = run
  countFile(report, file.extension, file.documents.length)
  run.read.push(...file.documents)
  const { pending, unsaved } = await prepare(run, file)
  const isNew = ({ listed }: Pending) => !run.known.has(nameOf(listed))
  const waiting = pending.filter((each) => isNew(each) && run.twins(each.listed).some(isUnseen(run)))
  const waits = waiting.length > 0
  run.waiting.push(...waiting)
  for (const { row } of waiting) tell(run, row.title)
  for (const each of pending) if (!isNew(each)) await saveInto(run, each, unsaved)
  await createNew(
    run,
    pending.filter((each) => isNew(each) && !waiting.includes(each)),
    unsaved,
  )
  report.failed.push(...file.failures, ...unsaved)
  tellOmissions(report, file.key, file.omissions)
  const before = ofItem.get(file.key) ?? []
  const broken = file.failures.length > 0 || unsaved.length > 0
  // Of a part that could not be read it cannot be told whether it is gone.
  if (broken) for (const document of before) seen.add(nameOf(document))
  const dropped = before.some((document) => !document.vanishedAt && !seen.has(nameOf(document)))
  const done = itemRow(file)
  if (waits || dropped) run.unsettled.set(file.key, done)
  // What could not be saved is tried again next time; what could not be read will not get better unchanged.
  const again = unsaved.length > 0 || waits || dropped
  await storeItem(run, again ? { ...done, sha256: null, revision: null } : done)
}

const tellOmissions = (report: Run['report'], file: string, omissions: Omission[] = []): void => {
  if (omissions.length > 0) report.omissions.push({ file, omissions })
}

/** The item's documents as they would be stored; every one of them is seen before any is saved. */
const prepare = async (run: Run, file: ReadFile): Promise<{ pending: Pending[]; unsaved: LoadFailure[] }> => {
  const pending: Pending[] = []
  const unsaved: LoadFailure[] = []
  for (const read of file.documents) {
    const document = run.options.enrich?.(read) ?? read
    // Thousands of short texts are a long chain of promises without a single statement.
    await takeTurns()
    try {
      pending.push(await prepareOne(run, file, document))
    } catch (error) {
      unsaved.push({ file: document.key, error: sentenceOf(error) ?? (error as Error).message })
    }
  }
  return { pending, unsaved }
}

const prepareOne = async (run: Run, file: ReadFile, document: SourceDocument): Promise<Pending> => {
  const { deps, source, topicOf, seen } = run
  const row = await documentRow({ payload: deps.payload, source, document, topicOf })
  const { collection, contentHash } = row
  file.omissions = flagged(file.omissions, row.differences)
  const listed = { collection, key: document.key, contentHash, itemKey: file.key, sha256: file.sha256 }
  // Two texts of one name would take turns in one document.
  if (seen.has(nameOf(listed)))
    throw new Error(`The source has a second text called ${document.key}; it was left out.`)
  seen.add(nameOf(listed))
  return { listed, document, row, file }
}

/** A text that the editor would change is told, and never signed by an import (publishDrafts). */
const flagged = (omissions: readonly Omission[], differences: readonly Difference[]): Omission[] => {
  const all = new Omissions()
  all.addAll(omissions)
  for (const difference of differences) all.add('changed_words', describeDifference(difference))
  return all.list()
}

const saveInto = async (run: Run, pending: Pending, unsaved: LoadFailure[]): Promise<void> => {
  try {
    await takeDocument(run, pending, run.known.get(nameOf(pending.listed)))
  } catch (error) {
    unsaved.push(notSaved(pending, error))
  }
  tell(run, pending.row.title)
}

/** Documents that nothing is known of, several in one transaction. */
const createNew = async (run: Run, pending: readonly Pending[], unsaved: LoadFailure[]): Promise<void> => {
  const saved = inBatches(
    { payload: run.deps.payload, items: pending },
    {
      ahead: (ahead, req) =>
        readTakenIds(
          req,
          ahead.map((each) => saveOf(run, each)),
        ),
      each: (each, req) => createFrom(run, each, req),
    },
  )
  for await (const { item, outcome } of saved) {
    if ('error' in outcome) unsaved.push(notSaved(item, outcome.error))
    else countFate(run, outcome.done)
    tell(run, item.row.title)
  }
}

const notSaved = ({ listed }: Pending, error: unknown): LoadFailure => ({
  file: listed.key,
  error: sentenceOf(error) ?? (error as Error).message,
})

const isUnseen =
  ({ seen }: Run) =>
  (twin: Parameters<typeof nameOf>[0]) =>
    !seen.has(nameOf(twin))

export const storeItem = async ({ deps, source, stored }: Run, row: ItemRow): Promise<void> => {
  await writeItem(deps.payload, source.id, row, stored.has(row.key))
  stored.add(row.key)
}

const itemRow = (file: ReadFile): ItemRow => ({
  key: file.key,
  location: file.location,
  extension: file.extension,
  revision: file.revision,
  sha256: file.sha256,
  fetchedAt: file.fetchedAt,
  documents: file.documents.length,
  failures: file.failures,
  omissions: file.omissions,
  vanishedAt: null,
})

const tell = (run: Run, what: string): void => {
  const { report, listed, options } = run
  report.documents++
  const items = { done: listed.size, total: formerItems(run) }
  options.onProgress?.({ stage: 'saving', done: report.documents, items, what })
}
