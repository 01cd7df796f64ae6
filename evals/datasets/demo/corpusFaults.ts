import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { z } from 'zod'
import { loadManifest, type DemoManifest } from '../../../demo/manifest'
import { splitFrontMatter } from '../../../ingestion/loaders/frontMatter'
import { AUDIENCES, POLICY_KINDS, RISK_TIERS } from '../../../src/vocabulary'
import { plain, type DocumentText } from './texts'

const frontMatterSchema = z.strictObject({
  title: z.string(),
  kind: z.enum(POLICY_KINDS),
  audience: z.enum(AUDIENCES),
  riskTier: z.enum(RISK_TIERS),
  topic: z.string(),
  locale: z.literal('en-GB'),
  effectiveFrom: z.iso.date().optional(),
  expiresAt: z.iso.date().optional(),
})

/** What in the demo's manifest or front matter does not hold, a sentence each. */
export async function corpusFaults(demo: {
  demo: string
  texts: Map<string, DocumentText>
}): Promise<string[]> {
  const manifest = await loadManifest(demo.demo)
  const later = new Map<string, string>()
  for (const { path } of manifest.later) later.set(path, plain(await readFile(join(demo.demo, path), 'utf8')))
  const markdown = [
    ...[...demo.texts.keys()].filter((key) => extname(key) === '.md').map((key) => `corpus/${key}`),
    ...manifest.supersedes.map(({ older }) => `corpus/${older}`),
    ...later.keys(),
  ]
  const front = await Promise.all(
    markdown.map((path) => frontMatterFaults({ file: join(demo.demo, path), manifest })),
  )
  return [
    ...front.flat(),
    ...descriptionFaults(manifest, demo.texts),
    ...demoFaults(manifest, demo.texts, later),
  ]
}

async function frontMatterFaults({ file, manifest }: { file: string; manifest: DemoManifest }) {
  const parsed = frontMatterSchema.safeParse(splitFrontMatter(await readFile(file, 'utf8')).raw)
  if (!parsed.success) return [`${file}: ${z.prettifyError(parsed.error)}`]
  const { topic } = parsed.data
  return manifest.topics.some(({ slug }) => slug === topic) ? [] : [`${file}: there is no topic "${topic}"`]
}

/** A file that cannot carry front matter and a description belong together. */
function descriptionFaults({ documents }: DemoManifest, texts: Map<string, DocumentText>) {
  const described = new Set(documents.map(({ path }) => path))
  return [
    ...[...described]
      .filter((path) => !texts.has(path))
      .map((path) => `corpus.json: there is no file ${path}`),
    ...[...texts.keys()]
      .filter((key) => /\.(html|pdf|docx)$/.test(key) && !described.has(key))
      .map((key) => `corpus.json: ${key} is not described`),
  ]
}

function demoFaults(manifest: DemoManifest, texts: Map<string, DocumentText>, later: Map<string, string>) {
  return manifest.questions.flatMap(({ id, expect: { cites, contains } }) => {
    const text = cites.map((key) => texts.get(key)?.text ?? later.get(key) ?? '').join('\n')
    return contains
      .filter((part) => !text.includes(part))
      .map((part) => `corpus.json, question ${id}: "${part}" does not occur in ${cites.join(' or ')}`)
  })
}
