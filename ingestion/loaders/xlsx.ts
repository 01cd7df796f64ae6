import { LoadError } from '../../src/errors'
import type { Loader } from '../types'
import { htmlToMarkdown } from './htmlToMarkdown'
import { documentsOfTable } from './documentTable'
import { humaniseFileName } from './title'
import { sheetMarkdown } from './sheetMarkdown'
import { readWorkbook, type Sheet } from './workbook/readSheets'

/**
 * A workbook (.xlsx): one document, a section a sheet, its cells as a reader sees them in Markdown tables. A sheet with
 * the columns `question` and `answer`, or `title` and `text`, is a document a row. Hidden sheets are left out.
 */
export const loadXlsx: Loader = async function* ({ key, bytes }, signal) {
  const { sheets, omissions } = await readWorkbook(bytes, signal)
  const sections: string[] = []
  let rows = 0
  for (const sheet of sheets) {
    const table = documentsOfTable({
      key: sheets.length > 1 ? `${key}#${sheet.name}` : key,
      rows: sheet.rows,
    })
    if (table) yield* table
    const section = table ? htmlToMarkdown(sheet.drawings) : sectionOf(sheet)
    rows += table ? sheet.rows.length : 0
    if (section) sections.push(headingOf(sheet, sheets.length) + section)
  }
  const left = omissions.list()
  if (sections.length > 0)
    yield {
      key,
      title: humaniseFileName(key),
      markdown: sections.join('\n\n'),
      metadata: {},
      line: 1,
      ...(left.length > 0 && { omissions: left }),
    }
  else if (rows === 0)
    throw new LoadError('The workbook has no cells with anything in them, or its sheets are hidden.')
  else if (left.length > 0) yield { file: key, omissions: left }
}

const sectionOf = ({ rows, drawings }: Sheet) =>
  [sheetMarkdown(rows.map(({ cells }) => cells)), htmlToMarkdown(drawings)].filter(Boolean).join('\n\n')

/** The only sheet of a workbook is rarely named by a person. */
const headingOf = ({ name }: Sheet, sheets: number) =>
  sheets > 1 || !GIVEN_NAME.test(name) ? `## ${name}\n\n` : ''

const GIVEN_NAME =
  /^(sheet|tabelle|feuil|feuille|hoja|foglio|blad|ark|arkusz|list|planilha|лист|sayfa|シート|工作表)\s?\d*$/i
