import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import PdfKit from 'pdfkit'
import { listFolder } from '../../ingestion/connectors/folder'
import { DEFAULT_LIMITS, loadItems, type LoadedFile, type LoadOptions } from '../../ingestion/load'
import { LOADERS } from '../../ingestion/loaders/registry'
import { type Omission, type OmissionNotice, Omissions } from '../../ingestion/omissions'
import { sandboxedLoaders } from '../../ingestion/sandbox/sandboxedLoaders'
import type { LoadFailure, SourceDocument } from '../../ingestion/types'
import { SAME_PROCESS } from '../fakes/sameProcess'

/** Runs the loader of a file's extension on content in memory. */
export async function load(
  key: string,
  content: string | Uint8Array,
): Promise<(SourceDocument | LoadFailure)[]> {
  const loaded = await loadWithNotices(key, content)
  return loaded.filter((part): part is SourceDocument | LoadFailure => 'error' in part || 'markdown' in part)
}

/** The same, with what was left out and belongs to no document. */
export async function loadWithNotices(
  key: string,
  content: string | Uint8Array,
): Promise<(SourceDocument | LoadFailure | OmissionNotice)[]> {
  const loader = LOADERS.get(key.slice(key.lastIndexOf('.')))
  if (!loader) throw new Error(`no loader for ${key}`)
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return collect(loader({ path: `/nowhere/${key}`, key, bytes }, new AbortController().signal))
}

/** What a file's documents and notices say was left out. */
export async function omissionsOf(key: string, content: string | Uint8Array): Promise<Omission[]> {
  const omissions = new Omissions()
  for (const part of await loadWithNotices(key, content))
    if (!('error' in part)) omissions.addAll(part.omissions)
  return omissions.list()
}

/** A file of test/fixtures/ingestion. */
export const fixture = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(join(import.meta.dirname, '../fixtures/ingestion', name)))

/** The only document of a file. */
export async function loadOne(key: string, content: string | Uint8Array): Promise<SourceDocument> {
  const [first, second] = await load(key, content)
  if (!first || second || 'error' in first)
    throw new Error(`expected one document: ${JSON.stringify([first, second])}`)
  return first
}

/** Writes files to a folder of their own, loads it, and takes the folder away. */
export async function loadFolder(
  files: Record<string, string | Uint8Array>,
  options: Omit<LoadOptions, 'items' | 'loaders'> = {},
): Promise<LoadedFile[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-load-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), content)
    }
    return await loadPath(folder, options)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Loads a file or a folder. */
export const loadPath = (
  path: string,
  options: Omit<LoadOptions, 'items' | 'loaders'> = {},
): Promise<LoadedFile[]> =>
  collect(
    loadItems({
      loaders: sandboxedLoaders(SAME_PROCESS),
      items: listFolder(path, SETTINGS, new AbortController().signal),
      ...options,
    }),
  )

export const SETTINGS = {
  workDir: '/nonexistent',
  maxBytes: DEFAULT_LIMITS.maxBytes,
  maxItems: 10_000,
  sandbox: SAME_PROCESS,
  credentials: {},
}

/** A PDF drawn by `draw`, as bytes. */
export function pdf(
  draw: (page: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const document = new PdfKit(options)
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    document.on('error', reject)
    draw(document)
    document.end()
  })
}

/** A Word document with a heading, a list, a table and a paragraph. */
export async function wordDocument(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const row = (...cells: string[]) => new TableRow({ children: cells.map(cell) })
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: 'Warranty', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ text: 'How long', heading: HeadingLevel.HEADING_2 }),
          new Paragraph('Kettles are covered for two years.'),
          new Paragraph({ text: 'the base', bullet: { level: 0 } }),
          new Paragraph({ text: 'the lid', bullet: { level: 0 } }),
          new Table({ rows: [row('Part', 'Years'), row('Base', '2')] }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** Array.fromAsync, which Node 20 does not have. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
