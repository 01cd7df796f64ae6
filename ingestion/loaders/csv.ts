import Papa from 'papaparse'
import { LoadError, VouchError } from '../../src/errors'
import type { LoadFailure, Loader, SourceDocument } from '../types'
import { decodeText } from './decode'
import { toDocument } from './jsonl'
import { type Fields, normaliseNames } from './metadata'
import { rowKeys } from './rowKeys'
import { escapeTags } from './text'
import { humaniseFileName } from './title'

/**
 * A table with a header row. Columns `question` and `answer`: an FAQ a row. `title` and `text` (or `body`): a document
 * a row. Any other table is one document, a Markdown table. The delimiter is found out.
 */
export const loadCsv: Loader = async function* ({ key, bytes }) {
  const { header, rows } = parse(decodeText(bytes))
  const names = header.map((name) => Object.keys(normaliseNames({ [name]: null }))[0] ?? '')
  const has = (...wanted: string[]) => wanted.every((name) => names.includes(name))
  if (has('question', 'answer') || has('title', 'text') || has('title', 'body'))
    yield* documents({ key, names, rows })
  else yield { key, title: humaniseFileName(key), markdown: toTable(header, rows), metadata: {}, line: 1 }
}

interface Row {
  cells: string[]
  line: number
}

function* documents(table: {
  key: string
  names: string[]
  rows: Row[]
}): Iterable<SourceDocument | LoadFailure> {
  const keyOf = rowKeys(table.key)
  for (const { cells, line } of table.rows) {
    try {
      const fields: Fields = Object.fromEntries(table.names.map((name, i) => [name, cells[i]]))
      yield toDocument({ fields: { ...fields, text: fields['text'] ?? fields['body'] }, line, keyOf })
    } catch (error) {
      if (!(error instanceof VouchError)) throw error
      yield { file: table.key, error: `Line ${line}: ${error.message}` }
    }
  }
}

function parse(text: string): { header: string[]; rows: Row[] } {
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

/** A header names things: no numbers, no dates, no sentences, nothing twice. */
function isHeader(cells: string[]): boolean {
  const named = cells.filter((cell) => cell !== '')
  const isData = (cell: string) => /^[\d.,:%€$£/+\- ]+$/.test(cell) || /[.?!]$/.test(cell) || cell.length > 80
  return named.length > 0 && !named.some(isData) && new Set(named).size === named.length
}

function toTable(header: string[], rows: Row[]): string {
  const width = Math.max(header.length, ...rows.map((row) => row.cells.length))
  const cell = (text = '') =>
    escapeTags(text)
      .replaceAll('|', '\\|')
      .replace(/\s*\n\s*/g, ' ')
  const line = (cells: string[]) =>
    `| ${Array.from({ length: width }, (_, i) => cell(cells[i])).join(' | ')} |`
  const rule = `|${' --- |'.repeat(width)}`
  return [line(header), rule, ...rows.map((row) => line(row.cells))].join('\n')
}
