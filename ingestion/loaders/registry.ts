import type { Loader } from '../types'
import { loadCsv } from './csv'
import { loadDocx } from './docx'
import { loadHtml } from './html'
import { loadJsonl } from './jsonl'
import { loadMarkdown } from './markdown'
import { loadPdf } from './pdf'
import { loadText } from './text'

/** Which loader reads a file, by its extension in lower case. A new format is one file and one line here. */
export const LOADERS: ReadonlyMap<string, Loader> = new Map([
  ['.md', loadMarkdown],
  ['.markdown', loadMarkdown],
  ['.html', loadHtml],
  ['.htm', loadHtml],
  ['.pdf', loadPdf],
  ['.docx', loadDocx],
  ['.csv', loadCsv],
  ['.jsonl', loadJsonl],
  ['.txt', loadText],
])

export const SUPPORTED_EXTENSIONS: readonly string[] = [...LOADERS.keys()]
