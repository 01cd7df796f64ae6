import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import * as cheerio from 'cheerio'
import mammoth from 'mammoth'
import Papa from 'papaparse'
import { extractText, getDocumentProxy } from 'unpdf'
import { loadManifest, type DemoManifest } from '../../../demo/manifest'
import { splitFrontMatter } from '../../../ingestion/loaders/frontMatter'

export interface DocumentText {
  key: string
  audience: string
  /** Plain: without Markdown's stars, and with every run of white space as one space. */
  text: string
}

/** The plain text of every document of the demo corpus by key, except the ones that a newer version replaces. */
export async function readVisibleTexts(demo: string): Promise<Map<string, DocumentText>> {
  const manifest = await loadManifest(demo)
  const corpus = join(demo, 'corpus')
  const entries = await readdir(corpus, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(corpus.length + 1))
  const older = new Set(manifest.supersedes.map((pair) => pair.older))
  const texts = await Promise.all(
    paths.filter((path) => !older.has(path)).map((path) => readTexts({ corpus, path, manifest })),
  )
  return new Map(texts.flat().map((document) => [document.key, document]))
}

async function readTexts(source: {
  corpus: string
  path: string
  manifest: DemoManifest
}): Promise<DocumentText[]> {
  const { corpus, path, manifest } = source
  const bytes = await readFile(join(corpus, path))
  if (extname(path) === '.csv') return readRows({ path, csv: bytes.toString('utf8') })
  const front = extname(path) === '.md' ? splitFrontMatter(bytes.toString('utf8')) : undefined
  const audience: unknown =
    front?.fields['audience'] ?? manifest.documents.find((document) => document.path === path)?.audience
  const text = front?.body ?? (await readBinary({ path, bytes }))
  return [{ key: path, audience: String(audience), text: plain(text) }]
}

async function readBinary({ path, bytes }: { path: string; bytes: Buffer }): Promise<string> {
  if (extname(path) === '.html') return cheerio.load(bytes.toString('utf8'))('main').text()
  if (extname(path) === '.docx') return (await mammoth.extractRawText({ buffer: bytes })).value
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return text
}

function readRows({ path, csv }: { path: string; csv: string }): DocumentText[] {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true })
  return data.map((row, index) => ({
    key: `${path}#${index + 1}`,
    audience: row.audience ?? '',
    text: plain(`${row.question} ${row.answer}`),
  }))
}

/** One line of text without Markdown's stars. */
export const plain = (text: string) => text.replaceAll('*', '').replaceAll(/\s+/g, ' ')
