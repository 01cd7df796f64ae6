import Papa from 'papaparse'
import { LoadError } from '../../src/errors'
import type { Loader } from '../types'
import { decodeText } from './decode'
import { markdownTable } from './markdownTable'
import { isHeader, isTableOfDocuments, rowDocuments, type TableRow } from './rows'
import { humaniseFileName } from './title'

/**
 * A table with a header row. Columns `question` and `answer`: an FAQ a row. `title` and `text` (or `body`): a document
 * a row. Any other table is one document, a Markdown table. The delimiter is found out.
 */
export const loadCsv: Loader = async function* ({ key, bytes }) {
  const { header, rows } = parse(decodeText(bytes))
  if (isTableOfDocuments(header)) return yield* rowDocuments({ key, header, rows })
  const markdown = markdownTable([header, ...rows.map(({ cells }) => cells)])
  yield { key, title: humaniseFileName(key), markdown, metadata: {}, line: 1 }
}

function parse(text: string): { header: string[]; rows: TableRow[] } {
  const { data, errors } = Papa.parse<string[]>(text)
  let line = 1
  const all = data.map((cells) => {
    const row = { cells: cells.map((cell) => cell.trim()), line }
    line += 1 + cells.join('').split('\n').length - 1
    return row
  })
  const quote = errors.find((error) => error.type === 'Quotes')
  if (quote)
    throw new LoadError(
      `Line ${all[quote.row ?? 0]?.line ?? 1}: a quotation mark is not closed or not doubled.`,
    )
  const [first, ...rows] = all.filter((row) => row.cells.some((cell) => cell !== ''))
  if (!first || !isHeader(first.cells)) {
    throw new LoadError(
      'The table has no header row. Name the columns in its first line, such as question,answer.',
    )
  }
  if (rows.length === 0) throw new LoadError('The table has a header row but no rows below it.')
  return { header: first.cells, rows }
}
