import type { ExportPart } from '../connectors/exportJson'
import type { SitemapEntry } from '../connectors/sitemapXml'
import type { UnstructuredSettings } from '../loaders/unstructured'
import type { OmissionNotice } from '../omissions'
import type { LoadFailure, SourceDocument } from '../types'

/** What a task is told beside the bytes, and what it yields. */
export interface Tasks {
  load: {
    args: {
      extension: string
      path: string
      key: string
      base: string | null
      unstructured: UnstructuredSettings | null
    }
    item: SourceDocument | LoadFailure | OmissionNotice
  }
  sitemap: { args: { url: string; maxBytes: number }; item: SitemapEntry }
  /** Reads the file at `path` by itself: it may be larger than what is sent. */
  export: { args: { path: string; lists: string[]; lines: boolean }; item: ExportPart }
}

export type TaskName = keyof Tasks

type Task<Name extends TaskName> = (
  args: Tasks[Name]['args'],
  bytes: Uint8Array,
) => AsyncIterable<Tasks[Name]['item']>

type Loaded = Tasks['load']['item']

/** Tells the language of a file's documents, all together; the rest stays where it was. */
async function* withLanguages(items: AsyncIterable<Loaded>): AsyncGenerator<Loaded> {
  const all: Loaded[] = []
  for await (const item of items) all.push(item)
  const documents = all.filter((item): item is SourceDocument => 'markdown' in item)
  const { withLanguage } = await import('../detectLanguage')
  const told = (await withLanguage(documents)).values()
  for (const item of all) yield 'markdown' in item ? (told.next().value ?? item) : item
}

/** What can be done in the sandbox, by name. Runs in the child. */
export const TASKS: { [Name in TaskName]: Task<Name> } = {
  async *load({ extension, path, key, base, unstructured }, bytes) {
    const { createLoaders } = await import('../loaders/registry')
    const loader = createLoaders(unstructured ? { unstructured } : {}).get(extension)
    if (!loader) throw new Error(`no loader reads ${extension}`)
    const file = { path, key, bytes, ...(base !== null && { base }) }
    yield* withLanguages(loader(file, new AbortController().signal))
  },
  async *sitemap({ url, maxBytes }, bytes) {
    const { parseSitemap } = await import('../connectors/sitemapXml')
    yield* parseSitemap({ bytes, url: new URL(url), maxBytes })
  },
  async *export({ path, ...how }) {
    const { readExport } = await import('../connectors/exportJson')
    yield* await readExport(path, how)
  },
}
