import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { stat } from 'node:fs/promises'
import type { Payload } from 'payload'
import { findDuplicates } from '../../ingestion/duplicates'
import { loadPath, type LoadedFile } from '../../ingestion/load'
import type { LoadFailure, SourceDocument } from '../../ingestion/types'
import type { Source, User } from '../../payload-types'
import type { Deps } from '../deps'
import { countFile, emptyReport, type ImportReport } from './importReport'
import { importedDocuments, saveImported, type ImportedRow } from './importedDocuments'
import { signAndPublish } from './signAndPublish'
import { topicIds } from './topicIds'

export interface ImportProgress {
  stage: 'reading' | 'saving' | 'publishing'
  done: number
  what: string
}

interface ImportOptions {
  path: string
  /** Becomes the author of the drafts. */
  importer: User
  /** Signs and publishes what was imported. Must not be the importer. */
  approver?: User
  /** Gives the second signature where a text is regulated. */
  cosigner?: User
  /** Adds what a file cannot say of itself. */
  enrich?: (document: SourceDocument) => SourceDocument
  /** Which of the files to take; all unless given. */
  only?: (key: string) => boolean
  onProgress?: (progress: ImportProgress) => void
}

/** What the last import of a source learnt of each file, so that an unchanged one is not read again. */
interface FileMemory {
  sha256: string
  documents: number
  failures: LoadFailure[]
}

/**
 * Imports a file or folder: each document becomes a draft (or a new version of the draft it became last time), and,
 * with an approver, is signed and published. A file that cannot be read is reported and stops nothing.
 * @throws only when the path itself cannot be read.
 */
export const importDocuments = async (deps: Deps, options: ImportOptions): Promise<ImportReport> => {
  const { payload } = deps
  const { onProgress = () => {}, enrich = (document) => document, only = () => true } = options
  const source = await sourceAt(payload, options.path)
  const memory = new Map(Object.entries((source.report as Record<string, FileMemory> | null) ?? {}))
  const rows = await importedDocuments(payload, source.id)
  const signers = [options.approver, options.cosigner].flatMap((person) => person?.id ?? [])
  const topicOf = topicIds(payload, { approvers: signers })
  const report = emptyReport()
  const read: SourceDocument[] = []
  const changed: ImportedRow[] = []
  for await (const file of loadPath({
    path: options.path,
    isUnchanged: (key, sha256) => memory.get(key)?.sha256 === sha256,
  })) {
    if (!only(file.key)) continue
    if (file.outcome !== 'read') {
      recount(report, file, memory.get(file.key))
      continue
    }
    countFile(report, file.key, file.documents.length)
    read.push(...file.documents)
    const unsaved: LoadFailure[] = []
    for (const document of file.documents) {
      try {
        const saved = await saveImported({
          payload,
          importer: options.importer,
          source: source.id,
          sourceHash: file.sha256 ?? '',
          document: enrich(document),
          known: rows.get(document.key),
          topicOf,
        })
        if (saved.changed) changed.push(saved)
        report[saved.changed ? 'added' : 'kept']++
      } catch (error) {
        unsaved.push({ file: document.key, error: (error as Error).message })
      }
      onProgress({ stage: 'saving', done: ++report.documents, what: document.title })
    }
    report.failed.push(...file.failures, ...unsaved)
    // What could not be saved is tried again next time; what could not be read will not get better unchanged.
    if (unsaved.length) memory.delete(file.key)
    else if (file.sha256)
      memory.set(file.key, {
        sha256: file.sha256,
        documents: file.documents.length,
        failures: file.failures,
      })
  }
  report.duplicates = findDuplicates(read)
  await payload.update({
    collection: 'sources',
    id: source.id,
    data: { lastIngestedAt: new Date().toISOString(), report: Object.fromEntries(memory) },
  })
  if (options.approver) await publishAll({ deps, options, approver: options.approver, changed, report })
  return report
}

const publishAll = async ({
  deps,
  options,
  approver,
  changed,
  report,
}: {
  deps: Deps
  options: ImportOptions
  approver: User
  changed: readonly ImportedRow[]
  report: ImportReport
}): Promise<void> => {
  for (const row of changed) {
    try {
      await signAndPublish(deps, {
        collection: row.collection,
        id: row.id,
        author: options.importer,
        approver,
        ...(options.cosigner && { cosigner: options.cosigner }),
      })
      report.published++
      options.onProgress?.({ stage: 'publishing', done: report.published, what: row.title })
    } catch (error) {
      report.failed.push({
        file: row.key,
        error: `Imported as a draft, not published: ${(error as Error).message}`,
      })
    }
  }
}

/** An unchanged file counts, and what was wrong with it is still wrong. */
const recount = (report: ImportReport, file: LoadedFile, known: FileMemory | undefined): void => {
  if (file.outcome === 'skipped') {
    const extension = file.extension || '(none)'
    report.skipped[extension] = (report.skipped[extension] ?? 0) + 1
    return
  }
  countFile(report, file.key, known?.documents ?? 0)
  report.documents += known?.documents ?? 0
  report.kept += known?.documents ?? 0
  report.failed.push(...(known?.failures ?? []))
}

const sourceAt = async (payload: Payload, given: string): Promise<Source> => {
  const location = path.resolve(given)
  const { docs } = await payload.find({
    collection: 'sources',
    where: { location: { equals: location } },
    depth: 0,
    limit: 1,
    pagination: false,
  })
  if (docs[0]) return docs[0]
  const found = await stat(location).catch(() => null)
  return payload.create({
    collection: 'sources',
    data: {
      name: path.basename(location),
      location,
      kind: found?.isDirectory() ? 'folder' : 'file',
      report: {},
    },
  })
}

/** The author of what is imported from a command line: nobody can sign in as it, and it can sign nothing. */
export const importerUser = async (payload: Payload): Promise<User> => {
  const email = 'importer@vouch.localhost'
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email } },
    depth: 0,
    limit: 1,
  })
  if (docs[0]) return docs[0]
  return payload.create({
    collection: 'users',
    data: { name: 'Importer', email, roles: ['author'], password: randomBytes(32).toString('hex') },
  })
}
