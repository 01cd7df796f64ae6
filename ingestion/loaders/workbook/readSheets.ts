import { posix } from 'node:path'
import type { CheerioAPI } from 'cheerio'
import type JSZip from 'jszip'
import { LoadError } from '../../../src/errors'
import { detectLanguage } from '../../detectLanguage'
import { Omissions } from '../../omissions'
import { openArchive, readPart } from '../archive'
import { mainPart, readOfficeXml, relationsOf, type Relation } from '../ooxml/parts'
import type { TableRow } from '../rows'
import type { RawCell, RawSheet } from './cells'
import { cellText, type WorkbookContext } from './cellText'
import { drawingHtml } from './drawing'
import { readFormats } from './formats'
import { visibleRows } from './grid'
import { readSharedStrings } from './sharedStrings'
import { readSheetXml } from './sheetXml'

export interface Sheet {
  name: string
  /** The visible rows with something in them, and a blank one for each gap. `line` is the row's number. */
  rows: TableRow[]
  /** What its charts, diagrams and text boxes say, as HTML. */
  drawings: string
}

export interface Workbook {
  sheets: Sheet[]
  omissions: Omissions
}

/** The visible sheets, rows and columns of a workbook, as text. @throws LoadError when it is damaged or too large. */
export async function readWorkbook(bytes: Uint8Array, signal: AbortSignal): Promise<Workbook> {
  const archive = await openArchive(bytes)
  const path = await mainPart(archive, 'xl/workbook.xml')
  const workbook = await readOfficeXml(archive, path)
  if (!workbook) throw damaged('it has no list of sheets')
  const relations = await relationsOf(archive, path)
  const context = await contextOf({ archive, workbook, relations, signal })
  const omissions = new Omissions()
  const targets = new Map(relations.map(({ id, target }) => [id, target]))
  const sheets: Sheet[] = []
  for (const { attribs } of workbook('sheets > sheet').toArray()) {
    const name = (attribs['name'] ?? '').trim()
    const target = targets.get(attribs['r:id'] ?? '') ?? ''
    if (/^(hidden|veryHidden)$/.test(attribs['state'] ?? '')) omissions.add('hidden_sheets', name)
    else if (target) sheets.push(await readSheet({ archive, path: target, name, context, omissions, signal }))
  }
  return { sheets, omissions }
}

async function contextOf(given: {
  archive: JSZip
  workbook: CheerioAPI
  relations: Relation[]
  signal: AbortSignal
}): Promise<WorkbookContext> {
  const { archive, workbook, relations, signal } = given
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target ?? ''
  const strings = await readSharedStrings(await readPart(archive, partOf('sharedStrings')), signal)
  const formats = readFormats(await readOfficeXml(archive, partOf('styles')))
  const from1904 = /^(1|true)$/.test(workbook('workbookPr').attr('date1904') ?? '')
  return {
    strings,
    formats,
    from1904,
    locale: (await detectLanguage(strings.slice(0, 500).join('\n'))) ?? 'en',
  }
}

interface SheetPart {
  archive: JSZip
  path: string
  name: string
  context: WorkbookContext
  omissions: Omissions
  signal: AbortSignal
}

async function readSheet({ archive, path, name, context, omissions, signal }: SheetPart): Promise<Sheet> {
  const relations = await relationsOf(archive, path)
  await countComments(archive, relations, omissions)
  const drawing = relations.find(({ type }) => type === 'drawing')?.target
  const drawings = drawing ? await drawingHtml({ archive, path: drawing, omissions }) : ''
  const xml = await readPart(archive, path)
  // A sheet that is only a chart has no cells.
  if (xml === null || posix.dirname(path).endsWith('chartsheets')) return { name, rows: [], drawings }
  const sheet = await readSheetXml(xml, signal)
  const texts = textsOf(sheet, context, omissions)
  countHidden(sheet, texts, omissions)
  return { name, rows: visibleRows(sheet, texts), drawings }
}

function textsOf(sheet: RawSheet, context: WorkbookContext, omissions: Omissions) {
  const texts = new Map<number, Map<number, string>>()
  for (const [line, cells] of sheet.rows) {
    const row = new Map<number, string>()
    for (const [column, cell] of cells) {
      const text = cellText(cell, context)
      if (text) row.set(column, text)
      // A format such as `;;;` shows nothing of it.
      else if (rawText(cell, context)) omissions.add('hidden_text')
    }
    if (row.size > 0) texts.set(line, row)
  }
  return texts
}

const rawText = (cell: RawCell, { strings }: WorkbookContext) =>
  (cell.type === 's' ? (strings[Number(cell.value)] ?? '') : cell.value).trim()

function countHidden(sheet: RawSheet, texts: Map<number, Map<number, string>>, omissions: Omissions): void {
  const columns = new Set<number>()
  for (const [line, row] of texts) {
    if (sheet.hiddenRows.has(line)) omissions.add('hidden_sheets', [...row.values()].join(' | '))
    else for (const column of row.keys()) columns.add(column)
  }
  for (const column of columns) {
    if (!sheet.hiddenColumns.some(([from, to]) => from <= column && column <= to)) continue
    const first = [...texts.values()].map((row) => row.get(column)).find(Boolean)
    omissions.add('hidden_sheets', first)
  }
}

async function countComments(archive: JSZip, relations: Relation[], omissions: Omissions): Promise<void> {
  // Threaded comments have a copy among the others, for old programs.
  const part =
    relations.find(({ type }) => type === 'comments') ??
    relations.find(({ type }) => type === 'threadedComment')
  const xml = part ? await readOfficeXml(archive, part.target) : null
  for (const comment of xml?.('comment, threadedComment').toArray() ?? [])
    omissions.add('comments', xml?.(comment).text())
}

const damaged = (reason: string) =>
  new LoadError(`The workbook is damaged and cannot be read (${reason}). Open it in Excel and save it again.`)
