import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, Run } from './markdown'

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]
const INDENT = { indent: { left: 500, hanging: 280 } }

export interface DocxSource {
  title: string
  blocks: Block[]
  /** Printed at the foot of each page, before the page number. */
  reference: string
}

/** Writes blocks as a Word document with real heading, list and table styles, a header and numbered pages. */
export function toDocx({ title, blocks, reference }: DocxSource): Promise<Buffer> {
  const document = new Document({
    title,
    creator: 'Ottermoor Electricals Ltd',
    styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
    numbering: {
      config: [numbering('steps', LevelFormat.DECIMAL, '%1.'), numbering('points', LevelFormat.BULLET, '•')],
    },
    sections: [
      {
        headers: { default: new Header({ children: [quiet([`Ottermoor · ${title}`], AlignmentType.LEFT)] }) },
        footers: { default: new Footer({ children: [quiet(pageLine(reference), AlignmentType.RIGHT)] }) },
        children: blocks.flatMap(toElements),
      },
    ],
  })
  return Packer.toBuffer(document)
}

const numbering = (
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
) => ({
  reference,
  levels: [{ level: 0, format, text, style: { paragraph: INDENT } }],
})

const pageLine = (reference: string) => [
  `${reference} · Page `,
  PageNumber.CURRENT,
  ' of ',
  PageNumber.TOTAL_PAGES,
]

const quiet = (children: string[], alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  new Paragraph({ alignment, children: [new TextRun({ children, size: 17, color: '5B6774' })] })

function toElements(block: Block, position: number): (Paragraph | Table)[] {
  if (block.type === 'heading')
    return [new Paragraph({ text: block.text, heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_3 })]
  if (block.type === 'paragraph')
    return [new Paragraph({ children: toTextRuns(block.runs), spacing: { after: 140 } })]
  // An empty paragraph keeps Word from joining a table to what follows.
  if (block.type === 'table') return [toTable(block.rows), new Paragraph('')]
  const reference = block.ordered ? 'steps' : 'points'
  return block.items.map(
    (runs) =>
      new Paragraph({ children: toTextRuns(runs), numbering: { reference, level: 0, instance: position } }),
  )
}

function toTable(rows: Run[][][]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, row) =>
        new TableRow({ tableHeader: row === 0, children: cells.map((runs) => toCell(runs, row)) }),
    ),
  })
}

const toCell = (runs: Run[], row: number) =>
  new TableCell({
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    ...(row === 0 && { shading: { type: ShadingType.CLEAR, fill: 'EEF2F5' } }),
    children: [
      new Paragraph({ children: toTextRuns(row === 0 ? runs.map((run) => ({ ...run, bold: true })) : runs) }),
    ],
  })

const toTextRuns = (runs: Run[]) => runs.map(({ text, bold }) => new TextRun({ text, bold }))
