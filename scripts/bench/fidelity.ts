import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { SanitizedConfig } from 'payload'
import { compareTrip, type Trip } from '../../src/records/richText/markdown'
import { splitFrontMatter } from '../../ingestion/loaders/frontMatter'
import { describeOmission } from '../../ingestion/omissions'
import { LOADERS } from '../../ingestion/loaders/registry'
import type { SourceDocument } from '../../ingestion/types'
import { saidBy, type Said } from '../../src/markdown/compare'
import { readMarkdown } from '../../src/markdown/read'

/** What is counted of a text, in per cent of what is expected of it. */
const KINDS = ['words', 'numbers', 'headings', 'list items', 'table cells', 'links'] as const
type Counted = Record<(typeof KINDS)[number], string[]>

export interface FidelityRow {
  format: string
  files: number
  /** Of the expected, in per cent; null where nothing of the kind is expected. */
  kept: Record<(typeof KINDS)[number], number | null>
  /** Texts that say the same, word by word, after the trip through the editor; and that are the same byte for byte again. */
  sameAfterTrip: number
  stableTwice: number
  /** The files of which something is missing. */
  losses: Loss[]
}

/** What of a file is missing, and what its reviewer is told was left out. */
interface Loss {
  file: string
  missing: Partial<Record<(typeof KINDS)[number], { count: number; first: string[] }>>
  told: string[]
}

/** A file and what a reader finds in it, as Markdown. */
interface Pair {
  file: string
  expected: string
}

/**
 * How much of real files is left in what is signed: each is read by its loader and taken through the editor, and compared with
 * what it should say. Markdown is its own expectation; another format's is the same text in Markdown: a twin in
 * `opengov_site_policy/markdown`, or `<name>.expected.md` beside the file.
 */
export async function benchFidelity({ roots }: { roots: string[] }): Promise<FidelityRow[]> {
  const pairs = roots.filter(existsSync).flatMap(pairsIn)
  const formats = [...grouped(pairs)]
  const rows: FidelityRow[] = []
  for (const [format, files] of formats.sort(([a], [b]) => a.localeCompare(b)))
    rows.push(await measure(format, files))
  return rows
}

const grouped = (pairs: readonly Pair[]): Map<string, Pair[]> => {
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const format = extname(pair.file).toLowerCase()
    groups.set(format, [...(groups.get(format) ?? []), pair])
  }
  return groups
}

function pairsIn(root: string): Pair[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => join(root, file))
    .sort()
  return files.flatMap((file) => {
    if (file.endsWith('.expected.md')) return []
    const beside = `${file.slice(0, -extname(file).length)}.expected.md`
    const name = basename(file, extname(file))
    const twin = join(dirname(dirname(file)), 'markdown', `${name}.md`)
    if (existsSync(beside)) return [{ file, expected: readFileSync(beside, 'utf8') }]
    if (extname(file) === '.md')
      return [{ file, expected: splitFrontMatter(readFileSync(file, 'utf8')).body }]
    return existsSync(twin) ? [{ file, expected: splitFrontMatter(readFileSync(twin, 'utf8')).body }] : []
  })
}

async function measure(format: string, pairs: readonly Pair[]): Promise<FidelityRow> {
  const sums = Object.fromEntries(KINDS.map((kind) => [kind, { expected: 0, kept: 0 }])) as Record<
    (typeof KINDS)[number],
    { expected: number; kept: number }
  >
  let [files, sameAfterTrip, stableTwice] = [0, 0, 0]
  const losses: Loss[] = []
  for (const { file, expected } of pairs) {
    const documents = await read(file)
    if (documents.length === 0) continue
    files++
    const trips: Trip[] = []
    for (const { markdown } of documents) trips.push(await compareTrip({} as SanitizedConfig, markdown))
    if (trips.every(({ differences }) => differences.length === 0)) sameAfterTrip++
    let stable = true
    for (const { markdown } of trips)
      stable &&= (await compareTrip({} as SanitizedConfig, markdown)).markdown === markdown
    if (stable) stableTwice++
    const signed = documents
      .map(({ title, question }, i) => `# ${question ?? title}\n\n${trips[i]?.markdown}`)
      .join('\n\n')
    const [want, got] = [counted(await said(withoutTags(expected))), counted(await said(signed))]
    const missing: Loss['missing'] = {}
    for (const kind of KINDS) {
      const lost = lacking(want[kind], got[kind])
      sums[kind].expected += want[kind].length
      sums[kind].kept += want[kind].length - lost.length
      if (lost.length > 0) missing[kind] = { count: lost.length, first: lost.slice(0, SHOWN) }
    }
    const told = documents.flatMap(({ omissions = [] }) => omissions).map(describeOmission)
    if (Object.keys(missing).length > 0) losses.push({ file, missing, told })
  }
  const kept = Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      sums[kind].expected > 0 ? percent(sums[kind].kept / sums[kind].expected) : null,
    ]),
  ) as FidelityRow['kept']
  return { format, files, kept, sameAfterTrip, stableTwice, losses }
}

const SHOWN = 12

const percent = (share: number): number => Math.floor(share * 10_000) / 100

async function read(file: string): Promise<SourceDocument[]> {
  const loader = LOADERS.get(extname(file).toLowerCase())
  if (!loader) return []
  const documents: SourceDocument[] = []
  try {
    const bytes = readFileSync(file)
    for await (const part of loader({ path: file, key: basename(file), bytes }, new AbortController().signal))
      if ('markdown' in part) documents.push(part)
  } catch {
    return []
  }
  return documents
}

/** Tags of HTML and of templates are none of a text's words. */
const withoutTags = (markdown: string): string =>
  markdown
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\{%-?\s*comment[\s\S]*?endcomment\s*-?%\}/g, '')
    .replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|\{[:#][^}\n]*\}/g, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/gi, ' ')

const said = async (markdown: string): Promise<Said> => saidBy(await readMarkdown(markdown))

const counted = ({ words, blocks, links }: Said): Counted => ({
  words: words.filter((word) => /\p{L}/u.test(word)).map((word) => word.toLowerCase()),
  // A raised 1 is a 1: that it stands in brackets of its own is another word of the text.
  numbers: words.filter((word) => /^\p{N}/u.test(word)).map((word) => word.normalize('NFKC')),
  headings: blocks.filter((block) => block.startsWith('heading')).map(() => 'heading'),
  'list items': blocks.filter((block) => block === 'list item'),
  'table cells': blocks.filter((block) => block === 'table cell'),
  // “(” and “%28” are the same address.
  links: links.map((url) => url.replaceAll('%28', '(').replaceAll('%29', ')')),
})

/** The expected that are not there, each as often as it is expected. */
function lacking(expected: readonly string[], got: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const each of got) left.set(each, (left.get(each) ?? 0) + 1)
  return expected.filter((each) => {
    const count = left.get(each) ?? 0
    left.set(each, count - 1)
    return count <= 0
  })
}
