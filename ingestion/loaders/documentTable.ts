import { VouchError } from '../../src/errors'
import { Omissions } from '../omissions'
import type { LoadFailure, SourceDocument } from '../types'
import { type Column, languageNamed, readColumnName } from './columnNames'
import { fieldToMarkdown, fieldToText } from './fieldText'
import { toDocument } from './jsonl'
import { rowKeys, slugOf } from './rowKeys'
import { isFilled, type TableRow } from './rows'

type Told = SourceDocument | LoadFailure | { file: string; omissions: ReturnType<Omissions['list']> }

/** A header may stand below a title and a line or two about the table. */
const LINES_ABOVE = 10

/**
 * A table of which each row is a document, or a question with its answer: by its columns `question` and `answer`, or
 * `title` and `text`, in the languages of our users. Null for any other table. Columns for several languages
 * (`question_en`, `question_de`) make a document a language.
 */
export function documentsOfTable({ key, rows }: { key: string; rows: TableRow[] }): Iterable<Told> | null {
  const filled = rows.filter(isFilled)
  const at = headerAt(filled.map(({ cells }) => cells))
  if (at < 0) return null
  return readRows({ key, versions: versionsOf(filled[at]?.cells ?? []), rows: filled.slice(at + 1) })
}

/** Whether one of a table's first rows names columns that make a document of each row. */
export const hasDocumentHeader = (rows: string[][]): boolean => headerAt(rows) >= 0

const headerAt = (rows: string[][]) =>
  rows.slice(0, LINES_ABOVE).findIndex((cells) => versionsOf(cells).length > 0)

/** The columns of one language: the place of each field. */
interface Version {
  locale: string | null
  places: Map<string, number>
}

function versionsOf(header: string[]): Version[] {
  const columns = header.map(readColumnName)
  const locales = new Set(columns.flatMap(({ field, locale }) => (SAID.has(field) ? [locale] : [])))
  return [...locales].map((locale) => versionOf(columns, locale)).filter(isComplete)
}

/** What a version must have of its own; a question may be the same for all. */
const SAID = new Set(['answer', 'text'])

/** The columns of a language, and those of none for what it lacks. Of two of one name the first counts. */
function versionOf(columns: Column[], locale: string | null): Version {
  const of = (wanted: string | null) =>
    columns
      .flatMap((column, i) => (column.locale === wanted ? [[column.field, i] as const] : []))
      .toReversed()
  return { locale, places: new Map([...of(null), ...of(locale)]) }
}

const isComplete = ({ places }: Version) =>
  (places.has('question') && places.has('answer')) || (places.has('title') && places.has('text'))

interface DocumentRows {
  key: string
  versions: Version[]
  rows: TableRow[]
}

/** A row that cannot be read is a failure, and the rest go on; one without an answer is told. */
function* readRows({ key, versions, rows }: DocumentRows): Iterable<Told> {
  const keyOf = rowKeys(key)
  const omissions = new Omissions()
  for (const { cells, line } of rows) {
    for (const { locale, places } of versions) {
      const fields = Object.fromEntries([...places].map(([field, i]) => [field, cells[i]?.trim() ?? '']))
      const asked = fields['question'] ?? fields['title'] ?? ''
      const said = (fields['answer'] || fields['text']) ?? ''
      if (asked === '' && said === '') continue
      if (said === '') {
        omissions.add('rows_without_answer', asked)
        continue
      }
      try {
        yield toDocument({ fields: read(fields, locale, versions.length > 1), line, keyOf })
      } catch (error) {
        if (!(error instanceof VouchError)) throw error
        yield { file: key, error: `Line ${line}: ${error.message}` }
      }
    }
  }
  const left = omissions.list()
  if (left.length > 0) yield { file: key, omissions: left }
}

/** The fields of one document, their HTML read. What several languages share is told apart by the language. */
function read(
  fields: Record<string, string>,
  locale: string | null,
  several: boolean,
): Record<string, string> {
  const spoken = locale ?? (fields['locale'] ? (languageNamed(fields['locale']) ?? fields['locale']) : '')
  const texts = Object.entries(fields).map(([field, value]) => {
    if (field === 'answer' || field === 'text') return [field, fieldToMarkdown(value)]
    if (field === 'question' || field === 'title') return [field, fieldToText(value)]
    return [field, value]
  })
  const named = Object.fromEntries(texts) as Record<string, string>
  const name = named['id'] || slugOf(named['title'] || named['question'] || '')
  return {
    ...named,
    ...(several && locale && { id: `${name}-${locale}` }),
    ...(spoken && { locale: spoken }),
  }
}
