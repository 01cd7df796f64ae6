import Papa from 'papaparse'
import { LoadError } from '../../src/errors'
import type { Loader } from '../types'
import { readDialect } from './csvDialect'
import { decodeTable } from './decodeTable'
import { documentsOfTable } from './documentTable'
import { isFilled, isHeader, type TableRow } from './rows'
import { isKeyAndValue, sheetMarkdown } from './sheetMarkdown'
import { humaniseFileName } from './title'

/**
 * A table. Columns `question` and `answer`: an FAQ a row. `title` and `text` (or `body`): a document a row; in the
 * languages of columnNames.ts. Any other table is one document, a Markdown table. How its columns are parted is found out.
 */
export const loadCsv: Loader = async function* ({ key, bytes }) {
  const rows = parse(decodeTable(bytes))
  const documents = documentsOfTable({ key, rows })
  if (documents) {
    if (rows.filter(isFilled).length < 2) throw noRows()
    return yield* documents
  }
  refuseWithoutHeader(rows.filter(isFilled))
  yield {
    key,
    title: humaniseFileName(key),
    markdown: sheetMarkdown(rows.map(({ cells }) => cells)),
    metadata: {},
    line: 1,
  }
}

function parse(text: string): TableRow[] {
  const { delimiter, body, firstLine } = readDialect(text)
  const { data, errors } = Papa.parse<string[]>(body, { delimiter })
  let line = firstLine
  const rows = data.map((cells) => {
    const row = { cells: cells.map((cell) => cell.trim()), line }
    line += 1 + cells.join('').split('\n').length - 1
    return row
  })
  const quote = errors.find((error) => error.type === 'Quotes')
  if (quote)
    throw new LoadError(
      `Line ${rows[quote.row ?? 0]?.line ?? 1}: a quotation mark is not closed or not doubled.`,
    )
  return rows
}

function refuseWithoutHeader(rows: TableRow[]): void {
  const cells = rows.map((row) => row.cells)
  const header = cells.findIndex((row) => row.length > 1 || cells.length === 1 || isHeader(row))
  const table = cells.slice(Math.max(0, header)).map((row) => row.filter((cell) => cell !== ''))
  if (!cells.some(isHeader) && !isKeyAndValue(table))
    throw new LoadError(
      'The table has no header row. Name the columns in its first line, such as question,answer.',
    )
  if (rows.length < 2) throw noRows()
}

const noRows = () => new LoadError('The table has a header row but no rows below it.')
