import { readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { toDocx } from './build/docx'
import { readBlocks } from './build/markdown'
import { toPdf } from './build/pdf'
import { loadManifest, type DemoDocument } from './manifest'

/**
 * Writes the PDF and DOCX files of demo/corpus from the Markdown in demo/sources:
 * `node --conditions=production --import tsx demo/build.ts`.
 */
const DEMO = import.meta.dirname

const { documents } = await loadManifest(DEMO)
for (const document of documents) {
  const bytes = await draw(document)
  if (!bytes) continue
  await writeFile(join(DEMO, 'corpus', document.path), bytes)
  process.stdout.write(`${document.path}  ${bytes.length} bytes\n`)
}

async function draw({ path, title, audience, effectiveFrom }: DemoDocument): Promise<Buffer | undefined> {
  const format = extname(path)
  if (format !== '.pdf' && format !== '.docx') return undefined
  const blocks = readBlocks(await readFile(join(DEMO, 'sources', `${basename(path, format)}.md`), 'utf8'))
  const reference = `${audience === 'public' ? 'Public' : `For ${audience} use`} · in force from ${effectiveFrom}`
  if (format === '.docx') return toDocx({ title, blocks, reference })
  return toPdf({ title, blocks, reference, date: new Date(`${effectiveFrom}T09:00:00Z`) })
}
