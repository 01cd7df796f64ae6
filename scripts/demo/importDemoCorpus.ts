import path from 'node:path'
import { resolveDates, type DemoManifest } from '../../demo/manifest'
import type { SourceDocument } from '../../ingestion/types'
import { importDocuments } from '../../src/commands/importDocuments'
import type { ImportReport } from '../../src/commands/importReport'
import type { Deps } from '../../src/deps'
import { drainJobs } from '../../src/worker'
import type { DemoPeople } from './seedDemo'

interface DemoImport {
  directory: string
  manifest: DemoManifest
  people: DemoPeople
  onProgress?: (done: number, total: number | null, what: string) => void
}

/**
 * Imports the corpus, signed by two or three different people. A superseded text goes in first, under the key of the
 * text that replaces it, so that the newer one becomes a new version of the same document.
 */
export const importDemoCorpus = async (deps: Deps, demo: DemoImport): Promise<ImportReport> => {
  const { directory, manifest } = demo
  const corpus = path.join(directory, 'corpus')
  const newerOf = new Map(manifest.supersedes.map(({ older, newer }) => [older, newer]))
  const older = await importFrom(deps, demo, corpus, {
    only: (key) => newerOf.has(key),
    rename: (key) => newerOf.get(key) ?? key,
  })
  if (older.published) await drainJobs({ payload: deps.payload, databaseUri: deps.env.databaseUri })
  const rest = await importFrom(deps, demo, corpus, { only: (key) => !newerOf.has(key) })
  return {
    ...rest,
    documents: older.documents + rest.documents,
    published: older.published + rest.published,
    failed: [...older.failed, ...rest.failed],
  }
}

/** Imports and signs what `only` takes of a file or folder. */
export const importFrom = (
  deps: Deps,
  { manifest, people, onProgress }: DemoImport,
  from: string,
  { only, rename = (key) => key }: { only?: (key: string) => boolean; rename?: (key: string) => string } = {},
): Promise<ImportReport> =>
  importDocuments(deps, {
    path: from,
    importer: people.author,
    approver: people.approver,
    cosigner: people.compliance,
    ...(only && { only }),
    enrich: (document) => {
      const described = describe(manifest, document)
      return { ...described, key: rename(described.key) }
    },
    onProgress: ({ stage, done, what }) => onProgress?.(done, null, `${stage} ${what}`),
  })

/** What the manifest says of a document wins over what the file says of itself. */
const describe = (manifest: DemoManifest, document: SourceDocument): SourceDocument => {
  const table = manifest.faqs.find(({ path }) => document.key.startsWith(`${path}#`))
  if (table) return { ...document, metadata: { ...document.metadata, riskTier: table.riskTier } }
  const entry = manifest.documents.find(({ path }) => path === document.key)
  if (!entry) return document
  const { kind, audience, riskTier, topic, locale } = entry
  return {
    ...document,
    title: entry.title,
    metadata: {
      ...document.metadata,
      kind,
      audience,
      riskTier,
      topic,
      locale,
      ...resolveDates({ document: entry, now: new Date() }),
    },
  }
}
