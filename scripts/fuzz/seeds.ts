import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  documentOfParagraphs,
  dropDownOverColumns,
  mergedOverTheSheet,
  nestedHtml,
  pageOfParagraphs,
  pdfOfOperators,
  sheetWith,
  strayTexts,
} from '../../test/unit/evilFiles'
import { openDocument, presentation, shape } from '../../test/unit/officeFiles'

export interface Seed {
  name: string
  bytes: Uint8Array
}

/** Files of the field tests and corpora, where they are beside the repository. */
const FOLDERS = ['field/ingestion', 'policy_corpora'].flatMap((folder) =>
  ['../shared/data', '../../shared/data', '/work/shared/data'].map((root) => path.join(root, folder)),
)
const LARGEST = 256 * 1024
const OF_A_FORMAT = 20

const bytesOf = (text: string) => new TextEncoder().encode(text)
const MAIL =
  'From: a@example.com\nSubject: Returns\nContent-Type: text/html\n\n<p>Within <b>30</b> days.</p><blockquote>On Monday, b wrote: No.</blockquote>\n'

/** Small sound files and known bad ones, of every format. */
export async function readSeeds(): Promise<Seed[]> {
  const made: Record<string, Uint8Array> = {
    'a.md': bytesOf(
      '---\ntitle: Fees\n---\n\n# Fees\n\n- **one**\n- [two](x)\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
    ),
    'a.mdx': bytesOf('import A from "a"\n\n# Fees\n\n<A b={1}>None.</A>\n'),
    'a.txt': bytesOf('Fees\n\nNone at all.\n'),
    'a.csv': bytesOf('question,answer\n"May I?","Yes, you may."\nMust I?,No.\n'),
    'a.jsonl': bytesOf('{"question":"May I?","answer":"Yes."}\n'),
    'a.eml': bytesOf(MAIL),
    'a.rtf': bytesOf("{\\rtf1\\ansi{\\b Fees}\\par None \\'e4.\\par}"),
    'a.html': pageOfParagraphs(200),
    'a.pdf': pdfOfOperators(200),
    'a.docx': await documentOfParagraphs(200),
    'a.xlsx': await sheetWith(''),
    'a.pptx': await presentation([{ shapes: shape('title', ['Fees']), notes: 'None.' }]),
    'a.odt': await openDocument('<text:h text:outline-level="1">Fees</text:h><text:p>None.</text:p>'),
    'merged.xlsx': await mergedOverTheSheet(),
    'dropDown.xlsx': await dropDownOverColumns(),
    'operators.pdf': pdfOfOperators(500_000),
    'paragraphs.docx': await documentOfParagraphs(50_000),
    'nested.html': nestedHtml(50_000),
    ...strayTexts(20_000),
  }
  const seeds = Object.entries(made).map(([name, bytes]) => ({ name, bytes }))
  return [...seeds, ...FOLDERS.filter((folder) => existsSync(folder)).flatMap(seedsIn)]
}

function seedsIn(folder: string): Seed[] {
  const taken = new Map<string, number>()
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .flatMap((name) => {
      const file = path.join(folder, name)
      const count = taken.get(path.extname(name)) ?? 0
      const found = statSync(file)
      if (!found.isFile() || found.size > LARGEST || count >= OF_A_FORMAT) return []
      taken.set(path.extname(name), count + 1)
      return [{ name, bytes: new Uint8Array(readFileSync(file)) }]
    })
}
