import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { compareTrip, markdownToRichText, richTextToMarkdown } from '../../src/records/richText/markdown'
import type { Difference } from '../../src/markdown/compare'
import { parseMarkdown } from '../../src/markdown/read'
import { splitFrontMatter } from '../../ingestion/loaders/frontMatter'
import { useInstallation } from './installation'

const KINDS = ['headings', 'list items', 'nested list items', 'links', 'table rows'] as const
type Counts = Record<(typeof KINDS)[number], number>

interface Trip {
  file: string
  before: Counts
  after: Counts
  differences: Difference[]
  lost: string[]
}

const count = (markdown: string): Counts => {
  const counts: Counts = { headings: 0, 'list items': 0, 'nested list items': 0, links: 0, 'table rows': 0 }
  const visit = (node: Nodes, depth: number) => {
    if (node.type === 'heading') counts.headings++
    if (node.type === 'listItem') counts[depth > 1 ? 'nested list items' : 'list items']++
    if (node.type === 'link' || node.type === 'linkReference') counts.links++
    if (node.type === 'tableRow') counts['table rows']++
    if ('children' in node)
      for (const child of node.children) visit(child, depth + (node.type === 'list' ? 1 : 0))
  }
  visit(parseMarkdown(markdown), 0)
  return counts
}

const filesUnder = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => path.join(root, file))

const CORPORA = path.resolve('../shared/data/policy_corpora')
const present = existsSync(CORPORA)
if (!present) console.warn(`Skipped: the round trip of real Markdown files needs ${CORPORA}.`)

describe('Markdown to rich text and back', () => {
  const vouch = useInstallation()

  const there = async (markdown: string): Promise<string> =>
    richTextToMarkdown(vouch.payload.config, await markdownToRichText(vouch.payload.config, markdown))
  const trip = async (file: string): Promise<Trip> => {
    const { body } = splitFrontMatter(readFileSync(file, 'utf8'))
    const { markdown: back, differences } = await compareTrip(vouch.payload.config, body)
    const [before, after] = [count(body), count(back)]
    const lost = KINDS.filter((kind) => after[kind] !== before[kind])
    return {
      file,
      before,
      after,
      differences,
      lost: lost.map((kind) => `${before[kind]} -> ${after[kind]} ${kind}`),
    }
  }
  const tripAll = async (root: string): Promise<Trip[]> => {
    const trips: Trip[] = []
    for (const file of filesUnder(root)) trips.push(await trip(file))
    const sum = (side: 'before' | 'after') =>
      Object.fromEntries(
        KINDS.map((kind) => [kind, trips.reduce((total, each) => total + each[side][kind], 0)]),
      )
    console.log(`${root}: ${trips.length} files`, { before: sum('before'), after: sum('after') })
    for (const { file, lost } of trips)
      if (lost.length) console.log(`  ${path.relative(root, file)}: ${lost.join(', ')}`)
    return trips
  }

  it('keeps every heading, item, link and row of our own corpus, and is the same the second time', async () => {
    const trips = await tripAll('demo')
    expect(trips.length).toBeGreaterThan(30)
    expect(trips.filter(({ lost }) => lost.length)).toEqual([])
    expect(trips.flatMap(({ differences }) => differences)).toEqual([])
    for (const { file } of trips) {
      const once = await there(splitFrontMatter(readFileSync(file, 'utf8')).body)
      expect(await there(once)).toBe(once)
    }
  })

  it('keeps tables without outer pipes and lists that are indented by two', async () => {
    const markdown =
      'Part | Price\n-----|------\nlid | 4 €\n\n- tea\n  - green\n    - sencha\n  - black\n- coffee'
    expect(await there(markdown)).toBe(
      '| Part | Price |\n| --- | --- |\n| lid | 4 € |\n\n- tea\n  - green\n    - sencha\n  - black\n- coffee',
    )
  })

  it.skipIf(!present || !process.env['VOUCH_LONG'])(
    'keeps what real policies hold',
    { timeout: 200_000 },
    async () => {
      const trips = await tripAll(CORPORA)
      const total = (side: 'before' | 'after', kind: (typeof KINDS)[number]) =>
        trips.reduce((sum, each) => sum + each[side][kind], 0)
      for (const kind of KINDS) {
        // What is gained in one file must not hide what is lost in another.
        const lost = trips.reduce(
          (sum, { before, after }) => sum + Math.max(0, before[kind] - after[kind]),
          0,
        )
        // Counted by their signs in the source; what is read is compared whole, below.
        expect(1 - lost / total('before', kind), kind).toBeGreaterThan(0.998)
      }
      expect(trips.flatMap(({ differences }) => differences)).toEqual([])
    },
  )
})
