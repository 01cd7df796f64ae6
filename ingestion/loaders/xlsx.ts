import { LoadError } from '../../src/errors'
import type { Loader } from '../types'
import { isTableOfDocuments, rowDocuments } from './rows'
import { humaniseFileName } from './title'
import { sheetMarkdown } from './sheetMarkdown'
import { readSheets } from './xlsxSheets'

/**
 * A workbook (.xlsx): one document, a section a sheet, its cells as a reader sees them in Markdown tables. A sheet with
 * the columns `question` and `answer`, or `title` and `text`, is a document a row. Hidden sheets are left out.
 */
export const loadXlsx: Loader = async function* ({ key, bytes }) {
  const sheets = await readSheets(bytes)
  const sections: string[] = []
  for (const { name, rows } of sheets) {
    const [header, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
    if (header && isTableOfDocuments(header.cells)) {
      const sheetKey = sheets.length > 1 ? `${key}#${name}` : key
      yield* rowDocuments({ key: sheetKey, header: header.cells, rows: body })
    } else if (header) {
      // The only sheet of a workbook is rarely named by a person.
      const heading = sheets.length > 1 || !GIVEN_NAME.test(name) ? `## ${name}\n\n` : ''
      sections.push(heading + sheetMarkdown(rows.map(({ cells }) => cells)))
    }
  }
  if (sections.length > 0)
    yield { key, title: humaniseFileName(key), markdown: sections.join('\n\n'), metadata: {}, line: 1 }
  else if (!sheets.some(({ rows }) => rows.length > 0))
    throw new LoadError('The workbook has no cells with anything in them, or its sheets are hidden.')
}

const GIVEN_NAME = /^(sheet|tabelle|feuil|hoja|foglio|blad|planilha)\s?\d*$/i
