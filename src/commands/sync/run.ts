import type { LoadedFile, LoadLimits } from '../../../ingestion/load'
import {
  byItem,
  nameOf,
  twinsAmong,
  type KnownDocument,
  type ListedDocument,
  type Twins,
} from '../../../ingestion/syncDecision'
import type { SourceDocument } from '../../../ingestion/types'
import { readResponsible, type Responsible } from '../../records/responsible'
import type { Source, User } from '../../../payload-types'
import type { Deps } from '../../deps'
import { emptyReport, type ImportReport } from '../importReport'
import { topicIds } from '../topicIds'
import type { DocumentRow } from './documentRow'
import { readItems, type ItemRow } from './items'
import { readKnownDocuments } from './knownDocuments'

export interface ImportProgress {
  stage: 'saving' | 'publishing'
  done: number
  /** Items done and how many there were last time; null when that is not known. */
  items: { done: number; total: number | null }
  what: string
}

export interface SyncOptions {
  /** Becomes the author of the drafts. */
  importer: User
  /** Signs and publishes the drafts that say what the source says. Must not be the importer. */
  approver?: User
  /** Gives the second signature where a text is regulated. */
  cosigner?: User
  /** Adds what a document cannot say of itself. */
  enrich?: (document: SourceDocument) => SourceDocument
  /** Which of the items to take; all unless given. With it nothing counts as gone. */
  only?: (key: string) => boolean
  /** A source that is empty now and was not is believed. */
  allowEmpty?: boolean
  /** Items that could not be read are tried again, also those that were set aside. */
  again?: boolean
  /** What an item may take; DEFAULT_LIMITS unless given. */
  limits?: LoadLimits
  onProgress?: (progress: ImportProgress) => void
}

export type ReadFile = Extract<LoadedFile, { outcome: 'read' }>

/** A document that was read and is not saved yet. */
export interface Pending {
  listed: ListedDocument
  document: SourceDocument
  row: DocumentRow
  file: ReadFile
}

/** One sync under way: what was known before it, and what it has seen so far. */
export interface Run {
  deps: Deps
  source: Source
  options: SyncOptions
  responsible: Responsible
  topicOf: (name: string) => Promise<string>
  /** By name (nameOf). */
  known: ReadonlyMap<string, KnownDocument>
  ofItem: ReadonlyMap<string, readonly KnownDocument[]>
  items: ReadonlyMap<string, ItemRow>
  twins: Twins
  /** Keys of items that have a row. */
  stored: Set<string>
  /** Names of documents that the source has, or of which it cannot be told. */
  seen: Set<string>
  /** Keys of items that the source has. */
  listed: Set<string>
  /** Documents under new keys that may have moved; told apart once everything was seen. */
  waiting: Pending[]
  /** Items that are done once those, and what they no longer hold, are. */
  unsettled: Map<string, ItemRow>
  report: ImportReport
  read: SourceDocument[]
}

/** Reads what is known of a source before it is looked at again. */
export const startRun = async (deps: Deps, source: Source, options: SyncOptions): Promise<Run> => {
  const { payload } = deps
  const documents = await readKnownDocuments(payload, source.id)
  const items = await readItems(payload, source.id)
  const signers = [options.approver, options.cosigner].flatMap((person) => person?.id ?? [])
  return {
    deps,
    source,
    options,
    responsible: await readResponsible(payload),
    topicOf: topicIds(payload, { approvers: signers }),
    known: new Map(documents.map((document) => [nameOf(document), document])),
    ofItem: byItem(documents),
    items,
    twins: twinsAmong(documents, items.values()),
    stored: new Set(items.keys()),
    seen: new Set(),
    listed: new Set(),
    waiting: [],
    unsettled: new Map(),
    report: emptyReport(),
    read: [],
  }
}

/** How many items there were last time; null at the first. */
export const formerItems = ({ items }: Run): number | null => {
  const present = [...items.values()].filter(({ vanishedAt }) => !vanishedAt).length
  return present || null
}

/** Known documents that this sync has not come across. */
export const unseenOf = ({ known, seen }: Run): KnownDocument[] =>
  [...known].flatMap(([name, document]) => (seen.has(name) ? [] : [document]))
