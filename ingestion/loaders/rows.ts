import { VouchError } from '../../src/errors'
import type { OmissionNotice } from '../omissions'
import type { LoadFailure, SourceDocument } from '../types'
import { toDocument } from './jsonl'
import { normaliseNames } from './metadata'
import { rowKeys } from './rowKeys'

export interface TableRow {
  cells: string[]
  /** Where it stands in its file, for errors. */
  line: number
}

interface Table {
  key: string
  header: string[]
  rows: TableRow[]
}

/** Whether each row of a table is a document: it has `question` and `answer`, or `title` and `text` (or `body`). */
export function isTableOfDocuments(header: string[]): boolean {
  const names = namesOf(header)
  const has = (...wanted: string[]) => wanted.every((name) => names.includes(name))
  return has('question', 'answer') || has('title', 'text') || has('title', 'body')
}

/** A document a row. A row that cannot be read is a failure, and the rest go on. */
export function* rowDocuments({
  key,
  header,
  rows,
}: Table): Iterable<SourceDocument | LoadFailure | OmissionNotice> {
  const names = namesOf(header)
  const keyOf = rowKeys(key)
  for (const { cells, line } of rows) {
    try {
      const fields = Object.fromEntries(names.map((name, i) => [name, cells[i]]))
      yield toDocument({ fields: { ...fields, text: fields['text'] ?? fields['body'] }, line, keyOf })
    } catch (error) {
      if (!(error instanceof VouchError)) throw error
      yield { file: key, error: `Line ${line}: ${error.message}` }
    }
  }
}

/** A header names things: no numbers, no dates, no sentences, nothing twice. */
export function isHeader(cells: string[]): boolean {
  const named = cells.filter((cell) => cell !== '')
  const isData = (cell: string) => /^[\d.,:%€$£/+\- ]+$/.test(cell) || /[.?!]$/.test(cell) || cell.length > 80
  return named.length > 0 && !named.some(isData) && new Set(named).size === named.length
}

const namesOf = (header: string[]) =>
  header.map((name) => Object.keys(normaliseNames({ [name]: null }))[0] ?? '')
