import { extname } from 'node:path'
import type { Loader } from '../types'
import { loadCsv } from './csv'
import { loadDocx } from './docx'
import { emlLoader } from './eml'
import { loadHtml } from './html'
import { loadJsonl } from './jsonl'
import { loadMarkdown } from './markdown'
import { loadMdx } from './mdx'
import { loadOdt } from './odt'
import { loadPdf } from './pdf'
import { loadPptx } from './pptx'
import { oldOffice } from './oldOffice'
import { loadRtf } from './rtf'
import { checked } from './sniff'
import { loadText } from './text'
import { loadXlsx } from './xlsx'

const FORMATS: readonly (readonly [extension: string, Loader])[] = [
  ['.md', loadMarkdown],
  ['.markdown', loadMarkdown],
  ['.mdx', loadMdx],
  ['.html', loadHtml],
  ['.htm', loadHtml],
  ['.pdf', loadPdf],
  ['.docx', loadDocx],
  ['.pptx', loadPptx],
  ['.xlsx', loadXlsx],
  ['.odt', loadOdt],
  ['.rtf', loadRtf],
  ['.eml', emlLoader(({ name }) => LOADERS.get(extname(name).toLowerCase()))],
  ['.csv', loadCsv],
  ['.jsonl', loadJsonl],
  ['.txt', loadText],
  ['.doc', oldOffice('a Word document of before 2007')],
  ['.ppt', oldOffice('a presentation of before 2007')],
  ['.xls', oldOffice('a workbook of before 2007')],
]

/**
 * Which loader reads a file, by its extension in lower case; each looks at the bytes first (sniff.ts). A new format is
 * one file and one line here.
 */
export const LOADERS: ReadonlyMap<string, Loader> = new Map(
  FORMATS.map(([extension, loader]) => [extension, checked(extension, loader)]),
)
